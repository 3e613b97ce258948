/// **Where in a file or page is the article, and what does it say of itself?** Plain text, the body
/// of an article inside a page, PDF; with its day of publication, headline and publisher where the
/// file tells them.
@NullMarked
package org.parley.reading.source;

import org.jspecify.annotations.NullMarked;
