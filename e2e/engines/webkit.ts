/**
 * WebKitGTK: its MiniBrowser on a display of its own (Xvfb), driven by selenium-webdriver through WebKitWebDriver.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver';
import { type Engine, findProgram, type OpenBrowser } from './engine.ts';

interface Programs {
  readonly driver: string;
  readonly miniBrowser: string;
  readonly xvfb: string;
}

const STARTS_WITHIN_MS = 20_000;

export const webkit: Engine = {
  name: 'WebKitGTK',
  needs: 'webkit2gtk-driver (WebKitWebDriver and MiniBrowser) and xvfb',
  find() {
    const driver = findProgram('WebKitWebDriver');
    const xvfb = findProgram('Xvfb');
    const miniBrowser = findMiniBrowser();
    if (!driver || !xvfb || !miniBrowser) return null;
    return () => open({ driver, xvfb, miniBrowser });
  },
};

/** In a folder named after the version of its interface: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function findMiniBrowser(): string | undefined {
  return ['/usr/lib', '/usr/libexec']
    .filter((root) => existsSync(root))
    .flatMap((root) => [root, ...foldersIn(root).filter((folder) => folder.endsWith('-linux-gnu'))])
    .flatMap((folder) => foldersIn(folder).filter((inner) => path.basename(inner).startsWith('webkit')))
    .map((folder) => path.join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}

async function open({ driver: driverPath, miniBrowser, xvfb }: Programs): Promise<OpenBrowser> {
  const begun: ChildProcess[] = [];
  const end = () => begun.reverse().forEach((child) => child.kill());
  try {
    const screen = spawn(xvfb, ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1300x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    begun.push(screen);
    const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
    const port = await freePort();
    const env = { ...process.env, DISPLAY: `:${display.toString().trim()}` };
    begun.push(spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
    const driver = await connect(port, miniBrowser);
    const version = (await driver.getCapabilities()).getBrowserVersion() ?? 'of unknown version';
    return {
      version: `WebKitGTK ${version}`,
      open: (address: string) => driver.get(address),
      reload: () => driver.navigate().refresh(),
      click: (xpath: string) => driver.findElement(By.xpath(xpath)).click(),
      evaluate: (expression: string) => driver.executeScript<unknown>(`return ${expression}`),
      async close() {
        await driver.quit().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** WebKitWebDriver takes a moment until it listens. */
async function connect(port: number, binary: string): Promise<WebDriver> {
  const options = { binary, args: ['--automation'] };
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
  const server = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + STARTS_WITHIN_MS; ;) {
    try {
      await fetch(`${server}/status`);
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return new Builder().disableEnvironmentOverrides().usingServer(server).withCapabilities(capabilities).build();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
