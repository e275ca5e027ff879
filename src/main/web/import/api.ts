import { ask, faultOfStatus, Problem } from '../api';
import type { Encoding, Field, Import, Kind, Separator } from './wire';

export const importApi = {
  read: () => ask<Import>('GET', '/api/import'),
  forget: () => ask<void>('DELETE', '/api/import'),
  preview: (encoding: Encoding, separator: Separator) =>
    ask<Import>('PUT', '/api/import/preview', { encoding, separator }),
  run: (columns: (Field | null)[], owner: string, apply: boolean) =>
    ask<Import>('POST', '/api/import/run', { columns, owner: owner || null, apply }),
  send,
};

/** By XMLHttpRequest, since fetch does not tell how much of a file has gone. */
function send(kind: Kind, file: File, gone: (share: number) => void): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/import?kind=${kind}&name=${encodeURIComponent(file.name.slice(0, 200))}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && gone(event.loaded / event.total);
    request.onerror = () => reject(new Problem('network'));
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as Import)
        : reject(new Problem(faultOfStatus(request.status), fieldOf(request.response)));
    request.send(file);
  });
}

function fieldOf(response: unknown): string | null {
  const field = (response as { field?: unknown } | null)?.field;
  return typeof field === 'string' ? field : null;
}
