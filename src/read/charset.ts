import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Text of a byte sequence, and the character set it was read in. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

/** Labels that stand for another set on the web (Encoding Standard, "Names and labels"). */
const webLabels: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  'x-sjis': 'shift_jis',
  'utf-16': 'utf-16le',
  unicode: 'utf-16le',
  utf8: 'utf-8',
};

/** How far into the page a meta charset is looked for; browsers look at 1024, careless templates put it later. */
const metaReach = 8192;
/** Bytes that the statistical detector looks at. */
const sniffReach = 128 * 1024;

/**
 * Decodes a page: byte order mark, then what HTTP said, then what the page says, then UTF-8 if it is valid, then
 * statistics over the bytes. Bytes that the set does not know become U+FFFD.
 * @param contentType a Content-Type header, if there was one.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return as(bytes, marked);
  const declared = known(charsetOf(contentType ?? '')) ?? known(inMeta(bytes));
  // A page that calls itself UTF-8 and is not is read by its bytes; any other declaration is believed.
  if (declared !== null && declared !== 'utf-8')
    return as(bytes, declared.startsWith('utf-16') ? 'utf-8' : declared);
  if (isUtf8(bytes)) return as(bytes, 'utf-8');
  return as(bytes, sniff(bytes, declared));
}

function as(bytes: Uint8Array, charset: string): Decoded {
  return {
    text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset),
    charset,
  };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOf(text: string): string | null {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/iu.exec(text)?.[1] ?? null;
}

function inMeta(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, metaReach)).toString('latin1');
  const declaration = /<\?xml[^>]{0,200}encoding=["']([\w.:-]{2,40})/iu.exec(head)?.[1];
  if (declaration !== undefined) return declaration;
  for (const [tag] of head.matchAll(/<meta\s[^>]{0,400}>/giu)) {
    const charset = charsetOf(tag);
    if (charset !== null) return charset;
  }
  return null;
}

function known(label: string | null): string | null {
  if (label === null) return null;
  const name = webLabels[label.toLowerCase()] ?? label.toLowerCase();
  return iconv.encodingExists(name) ? name : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // The decoder has no other way to say that the bytes are not valid.
  }
}

/** Declared UTF-8 with a few stray bytes (a comment cut in mid character) stays UTF-8. */
function sniff(bytes: Uint8Array, declared: string | null): string {
  const sample = bytes.subarray(0, sniffReach);
  const text = new TextDecoder('utf-8').decode(sample);
  const bad = text.split('\ufffd').length - 1;
  const good = (text.match(/[\u0080-\ufffc]/gu) ?? []).length;
  if (good > 4 * bad || (declared === 'utf-8' && good >= bad)) return 'utf-8';
  return known(chardet.detect(sample)) ?? 'windows-1252';
}
