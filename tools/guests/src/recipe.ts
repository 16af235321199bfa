/** How one engine is built from a Go module of this package. Plain data; `seatrial prepare` carries it out. */
export interface Recipe {
  readonly name: string;
  /** The version of the engine inside, as people know it. */
  readonly version: string;
  /** Absolute path of the folder with `go.mod` and `go.sum`. */
  readonly folder: string;
  /** `native` for this machine, `wasip1` for a WebAssembly guest. */
  readonly target: 'native' | 'wasip1';
  /** The package to build, as `go build` takes it inside the folder. */
  readonly package: string;
  /** Whether the Go runtime is patched on the way, so that a guest does not hang in `poll_oneoff`. */
  readonly overlay: boolean;
  /** Values that the linker sets: Go variable to text. */
  readonly variables: Readonly<Record<string, string>>;
  /**
   * Built as Go does by itself, with cgo where there is a C compiler and with the paths of this machine: a large program then
   * takes from Go's own cache whatever another build has compiled. The others have neither.
   */
  readonly shared?: true;
  /** Files that are kept beside the program, out of the module that it is built from. */
  readonly files?: ProgramFiles;
  /** About how long the first build takes on two cores, in seconds, of those that take minutes. */
  readonly seconds?: number;
}

export interface ProgramFiles {
  /** A Go module that `go.mod` names: the version is the one that it pins. */
  readonly module: string;
  /** Files and folders inside it, with `/`. They keep their paths. */
  readonly paths: readonly string[];
}
