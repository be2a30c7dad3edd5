// The other end of the line to legal statistics, as a process of its own: HTTPS with an authority of its own, which registers each
// package once, keeps its book in a file, and does with an answer what it is told to.
//
// Run as a program it is the receiver; imported, `receiver()` starts it, ends it and starts it again at the same place.
import { execFileSync, fork } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const TOKEN = "token-of-the-line";
const lines = (path) => (existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)) : []);

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) serve(process.argv[2], Number(process.argv[3]));

/** The process: each request first into `came.jsonl`, each new package into `book.jsonl`, then the answer. */
function serve(folder, port) {
  const [came, book] = [join(folder, "came.jsonl"), join(folder, "book.jsonl")];
  let [does, of] = ["answer", ""];
  const held = [];
  process.on("message", (told) => {
    [does, of] = [told.does, told.of];
    if (does === "answer") held.splice(0).forEach((answer) => answer());
    process.send({ heard: told.n });
  });
  process.on("disconnect", () => process.exit());
  const number = (id) => {
    const known = lines(book).find((entry) => entry.id === id);
    if (known) return known;
    const on = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date());
    const entry = { id, number: `ҚС-${lines(book).length + 1}`, on };
    appendFileSync(book, `${JSON.stringify(entry)}\n`);
    return entry;
  };
  const server = createServer({ key: readFileSync(join(folder, "key.pem")), cert: readFileSync(join(folder, "cert.pem")) }, async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const id = request.headers["idempotency-key"] ?? request.url.split("/").at(-1);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return response.writeHead(401).end();
    const entry = number(id);
    const text = JSON.stringify({ number: entry.number, on: entry.on });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
    appendFileSync(came, `${JSON.stringify({ method: request.method, id, body })}\n`);
    const answer = () => response.writeHead(201, headers).end(text, () => process.send({ answered: id }));
    const now = of === id || of === "*" ? does : "answer";
    if (now === "hold") held.push(answer);
    else if (now === "die") {
      // Half of the answer goes out, then the process is no more.
      response.writeHead(201, headers);
      response.write(text.slice(0, text.length / 2), () => setImmediate(() => process.kill(process.pid, "SIGKILL")));
    } else if (now === "twice") {
      // The same answer, and behind it on the same connection another one that nobody asked for.
      answer();
      const other = text.replace(entry.number, "ҚС-999");
      request.socket.write(`HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(other)}\r\n\r\n${other}`);
    } else answer();
  });
  server.listen(port, "127.0.0.1", () => process.send({ port: server.address().port }));
}

/** A receiver in this folder, with the settings (`env`) of a product at this end of the line. */
export async function receiver(folder) {
  const openssl = (...args) => execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "ignore"] });
  const key = (name) => openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name);
  key("ca-key.pem");
  openssl("req", "-x509", "-new", "-key", "ca-key.pem", "-subj", "/CN=authority", "-days", "2", "-addext", "basicConstraints=critical,CA:TRUE", "-out", "ca.pem");
  key("key.pem");
  writeFileSync(join(folder, "names.cnf"), "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n");
  openssl("req", "-new", "-key", "key.pem", "-subj", "/CN=receiver", "-out", "request.pem");
  openssl("x509", "-req", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-days", "2", "-extfile", "names.cnf", "-out", "cert.pem");
  writeFileSync(join(folder, "token"), `${TOKEN}\n`);

  let child;
  let port = 0;
  let told = 0;
  const answered = [];
  const awaited = new Map();
  const begin = async () => {
    child = fork(fileURLToPath(import.meta.url), [folder, String(port)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const one = child;
    await new Promise((done, fail) => {
      one.on("message", (message) => {
        if (message.answered) answered.push(message.answered);
        awaited.get(message.heard)?.();
        if (message.port) {
          port = message.port;
          done();
        }
      });
      one.once("exit", () => fail(new Error("the receiver has ended")));
    });
  };
  const end = async () => {
    const gone = child.exitCode ?? child.signalCode ?? new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  };
  const tell = async (what) => {
    told += 1;
    const n = told;
    const heard = new Promise((done) => { awaited.set(n, done); });
    child.send({ ...what, n });
    await heard;
  };
  await begin();
  assert.ok(port > 0);
  return {
    env: {
      SAPA_STATISTICS_URL: `https://127.0.0.1:${port}/packages`,
      SAPA_STATISTICS_TOKEN_FILE: join(folder, "token"),
      SAPA_STATISTICS_CA_FILE: join(folder, "ca.pem"),
    },
    begin,
    end,
    /** What it does with requests of this package (`*`: of any) from now on, however often they come: `hold`, `die`, `twice`. */
    will: (does, of = "*") => tell({ does, of }),
    /** It answers everything, at once what it holds. */
    go: () => tell({ does: "answer", of: "" }),
    /** Requests that came, the first first. */
    came: () => lines(join(folder, "came.jsonl")),
    /** The packages it has registered, each once. */
    book: () => lines(join(folder, "book.jsonl")),
    /** Packages whose answer has left it whole. */
    answered: () => answered,
    gone: () => child.exitCode !== null || child.signalCode !== null,
  };
}
