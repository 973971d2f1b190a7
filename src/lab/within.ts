/**
 * The end of waiting: browsers have calls that never answer (a database another tab holds, a lock, a stopped service
 * worker). `work` itself can't be stopped; what it still does is nobody's answer.
 */

/**
 * @param late what to answer, or to throw, when `work` hasn't answered in time
 * @returns the answer of `work`, or its error, when it comes within `milliseconds`
 */
export async function within<Answer>(
  milliseconds: number,
  work: Promise<Answer>,
  late: () => Answer | Promise<Answer>,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, milliseconds, 'late')));
  try {
    const first = await Promise.race([work.then((answer) => ({ answer })), end]);
    return first === 'late' ? await late() : first.answer;
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
