/** What of pdfmake is used here. The types made for it bring in a browser's, which clash with Node's. */
declare module 'pdfmake' {
  export interface Styled {
    readonly text: string;
    readonly bold?: boolean;
    readonly link?: string;
  }
  export interface Content {
    readonly text?: string | readonly (string | Styled)[];
    readonly stack?: readonly Content[];
    readonly bold?: boolean;
    readonly fontSize?: number;
    readonly color?: string;
    readonly alignment?: 'center';
    /** Points: left, top, right, bottom. */
    readonly margin?: readonly [number, number, number, number];
    /** Not parted by the end of a page. */
    readonly unbreakable?: boolean;
  }
  interface Definition {
    readonly info: { readonly title: string; readonly producer: string; readonly creationDate: Date };
    readonly pageMargins: readonly [number, number, number, number];
    readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number };
    readonly footer: (page: number, pages: number) => Content;
    readonly content: readonly Content[];
  }
  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}
