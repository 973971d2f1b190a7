/**
 * The part of ONNX's protobuf schema that a graph needs, written with @bufbuild/protobuf's wire writer.
 * Field numbers: onnx.proto3 of ONNX 1.17 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3). No reader.
 */
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { DType } from '../tensor/hostTensor.ts';

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'graph'; readonly value: GraphProto };

export interface NodeProto {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
}

export interface TensorProto {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export interface ValueInfo {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
}

export interface GraphProto {
  readonly name: string;
  readonly nodes: readonly NodeProto[];
  readonly initializers: readonly TensorProto[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
}

/** TensorProto.DataType */
const dataTypes: Readonly<Record<DType, number>> = { f32: 1, i32: 6, i64: 7, bool: 9 };
/** AttributeProto.AttributeType */
const attributeTypes = { float: 1, int: 2, string: 3, graph: 5, ints: 7 } as const;

const [VARINT, BYTES, FIXED32] = [0, 2, 5];

/** opset of the default domain; com.microsoft is at 1 */
const OPSET = 20;
const IR_VERSION = 9;

export function encodeModel(graph: GraphProto): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  writer.tag(1, VARINT).int64(IR_VERSION);
  writer.tag(2, BYTES).string('rlhf-lab');
  message(writer, 7, (w) => writeGraph(w, graph));
  for (const [domain, version] of [
    ['', OPSET],
    ['com.microsoft', 1],
  ] as const) {
    message(writer, 8, (w) => w.tag(1, BYTES).string(domain).tag(2, VARINT).int64(version));
  }
  return Uint8Array.from(writer.finish());
}

function message(writer: BinaryWriter, field: number, write: (writer: BinaryWriter) => void): void {
  writer.tag(field, BYTES).fork();
  write(writer);
  writer.join();
}

function writeGraph(writer: BinaryWriter, graph: GraphProto): void {
  for (const node of graph.nodes) message(writer, 1, (w) => writeNode(w, node));
  writer.tag(2, BYTES).string(graph.name);
  for (const tensor of graph.initializers) message(writer, 5, (w) => writeTensor(w, tensor));
  for (const input of graph.inputs) message(writer, 11, (w) => writeValueInfo(w, input));
  for (const output of graph.outputs) message(writer, 12, (w) => writeValueInfo(w, output));
}

function writeNode(writer: BinaryWriter, node: NodeProto): void {
  for (const input of node.inputs) writer.tag(1, BYTES).string(input);
  for (const output of node.outputs) writer.tag(2, BYTES).string(output);
  writer.tag(3, BYTES).string(node.name);
  writer.tag(4, BYTES).string(node.op);
  for (const [name, attribute] of Object.entries(node.attributes ?? {})) {
    message(writer, 5, (w) => writeAttribute(w, name, attribute));
  }
  if (node.domain) writer.tag(7, BYTES).string(node.domain);
}

function writeAttribute(writer: BinaryWriter, name: string, attribute: Attribute): void {
  writer.tag(1, BYTES).string(name);
  switch (attribute.kind) {
    case 'float':
      writer.tag(2, FIXED32).float(attribute.value);
      break;
    case 'int':
      writer.tag(3, VARINT).int64(attribute.value);
      break;
    case 'string':
      writer.tag(4, BYTES).bytes(new TextEncoder().encode(attribute.value));
      break;
    case 'graph':
      message(writer, 6, (w) => writeGraph(w, attribute.value));
      break;
    case 'ints':
      for (const value of attribute.value) writer.tag(8, VARINT).int64(value);
      break;
  }
  writer.tag(20, VARINT).int32(attributeTypes[attribute.kind]);
}

function writeTensor(writer: BinaryWriter, tensor: TensorProto): void {
  for (const size of tensor.shape) writer.tag(1, VARINT).int64(size);
  writer.tag(2, VARINT).int32(dataTypes[tensor.dtype]);
  writer.tag(8, BYTES).string(tensor.name);
  writer.tag(9, BYTES).bytes(tensor.bytes);
}

function writeValueInfo(writer: BinaryWriter, info: ValueInfo): void {
  writer.tag(1, BYTES).string(info.name);
  message(writer, 2, (type) =>
    message(type, 1, (tensorType) => {
      tensorType.tag(1, VARINT).int32(dataTypes[info.dtype]);
      message(tensorType, 2, (shape) => {
        for (const size of info.shape) message(shape, 1, (dimension) => dimension.tag(1, VARINT).int64(size));
      });
    }),
  );
}
