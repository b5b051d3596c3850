/** The page of the studio: it holds nothing of any document, and runs no script but the studio's own. */
export const studioPage: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Tickmark studio</title>
<link rel="icon" href="favicon.ico">
<link rel="stylesheet" href="studio.css">
<script src="studio.js" defer></script>
</head>
<body>
<div id="app"><noscript><p>The studio needs JavaScript. A page that needs none is written by <code>tickmark check --html</code>.</p></noscript></div>
<div id="earlier" tabindex="0" aria-label="The earlier draft" role="region" hidden></div>
<main id="document" aria-label="The document" hidden></main>
</body>
</html>
`;
