// Builds dist/: app.css, app.js, fonts/, icons/. A subject keeps its stylesheet and script beside its handler
// (crates/app/src/web/**/*.scss, *.ts); both are found here and joined in, the scripts after the common ones.
import { build } from "esbuild";
import { compileString } from "sass";
import { cp, copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const subjects = join(here, "../crates/app/src/web");

async function beside(extension) {
  const names = await readdir(subjects, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith(extension) && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(subjects, name));
}

const posix = (path) => relative(here, path).replaceAll("\\", "/");

async function styles() {
  const own = (await beside(".scss")).map((path, i) => `@use ${JSON.stringify(posix(path))} as subject${i};`);
  const { css } = compileString([`@use "scss/app";`, ...own].join("\n"), {
    url: pathToFileURL(join(here, "entry.scss")),
    loadPaths: [here, join(here, "scss"), join(here, "node_modules")],
    style: "compressed",
    quietDeps: true,
  });
  await writeFile(join(dist, "app.css"), css);
}

async function script() {
  const own = (await beside(".ts")).map((path) => `import ${JSON.stringify("./" + posix(path))};`);
  await build({
    stdin: { contents: [`import "./ts/app.ts";`, ...own].join("\n"), resolveDir: here, loader: "ts" },
    nodePaths: [join(here, "node_modules")],
    alias: { sapa: join(here, "ts") },
    bundle: true,
    format: "esm",
    target: ["es2021", "firefox100", "safari15"],
    minify: true,
    legalComments: "none",
    outfile: join(dist, "app.js"),
  });
}

async function files() {
  const fonts = join(here, "node_modules/@fontsource-variable/golos-text/files");
  await mkdir(join(dist, "fonts"), { recursive: true });
  for (const subset of ["cyrillic-ext", "cyrillic", "latin-ext", "latin"]) {
    await copyFile(join(fonts, `golos-text-${subset}-wght-normal.woff2`), join(dist, `fonts/golos-text-${subset}.woff2`));
  }
  await copyFile(join(fonts, "../LICENSE"), join(dist, "fonts/LICENSE-golos-text.txt"));
  await cp(join(here, "icons"), join(dist, "icons"), { recursive: true });
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all([styles(), script(), files()]);
