import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface TemplateRequest {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Renders with the real text/template of Go. @throws Error with Go's words when one cannot be rendered. */
export async function renderGoTemplates(requests: readonly TemplateRequest[]): Promise<string[]> {
  const program = join(import.meta.dirname, 'go-template', 'main.go');
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile('go', ['run', program], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr, { cause: error }));
    });
    child.stdin?.end(JSON.stringify(requests));
  });
  return (JSON.parse(output) as { text: string; error?: string }[]).map(({ text, error }, index) => {
    if (error !== undefined) throw new Error(`${error}\n${requests[index]?.text}`);
    return text;
  });
}
