// Builds what the browser needs from nhsuk-frontend and our own Sass, into static/build/ (never committed).
// Run by `npm run build`: static/css/site.scss becomes static/build/site.css, and the ES modules that our own modules
// import become static/build/nhsuk/, with nothing else of the package.

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const STATIC = dirname(fileURLToPath(import.meta.url))
const BUILD = join(STATIC, 'build')
const PACKAGE = resolve(STATIC, '../node_modules/nhsuk-frontend')
const SOURCE = join(PACKAGE, 'dist/nhsuk')
const TARGET = join(BUILD, 'nhsuk')
const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g
const COMMENT = /\/\*\*[\s\S]*?\*\/|^\/\/# sourceMappingURL=.*$/gm

/** Addresses of the modules that a module imports, relative to it. */
const imports = (code) => [...code.matchAll(IMPORTED)].map((match) => match[1])

async function buildCss() {
  const { compile } = await import('sass')
  const { shrink } = await import('./shrink.mjs')
  const { css } = compile(join(STATIC, 'css/site.scss'), { style: 'compressed', quietDeps: true })
  const small = shrink(css)
  await writeFile(join(BUILD, 'site.css'), small)
  return small
}

/** Paths below static/build/nhsuk/ that our own modules import. */
async function wanted() {
  const files = await readdir(join(STATIC, 'js'), { recursive: true })
  const found = new Set()
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const path = join(STATIC, 'js', file)
    for (const address of imports(await readFile(path, 'utf8'))) {
      const inside = relative(TARGET, resolve(dirname(path), address))
      if (!inside.startsWith('..')) found.add(inside)
    }
  }
  return found
}

/** Copies modules and all they import. They become .js, which is what Django's hashed static files look into. */
async function copyModules(paths) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  const queue = [...paths]
  const done = new Set()
  while (queue.length) {
    const path = queue.pop()
    if (done.has(path)) continue
    done.add(path)
    const code = (await readFile(join(SOURCE, path.replace(/\.js$/, '.mjs')), 'utf8')).replace(COMMENT, '')
    queue.push(...imports(code).map((address) => join(dirname(path), address.replace(/\.mjs$/, '.js'))))
    const ours = code.replace(IMPORTED, (line) => line.replace(/\.mjs(['"])/, '.js$1')).replace(/\n\s*\n+/g, '\n')
    await mkdir(dirname(join(TARGET, path)), { recursive: true })
    await writeFile(join(TARGET, path), `/* nhsuk-frontend ${version}, MIT licence */\n${ours.trimStart()}`)
  }
  return done.size
}

async function build() {
  await readFile(join(PACKAGE, 'package.json')).catch(() => {
    throw new Error('nhsuk-frontend is not installed. Run `make setup` (or `npm ci`) first.')
  })
  await rm(BUILD, { recursive: true, force: true })
  await mkdir(BUILD, { recursive: true })
  const css = await buildCss()
  const modules = await copyModules(await wanted())
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`
  console.log(`site.css ${kilobytes(css.length)}, ${kilobytes(gzipSync(css).length)} compressed; ${modules} modules`)
}

build().catch((error) => {
  console.error(`The design system was not built.\n${error.message}`)
  process.exitCode = 1
})
