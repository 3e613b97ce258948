/// **Where in a file or page is the article, and what are its metadata?** Plain text, the article
/// body of a web page, PDF. Metadata are day of publication, headline and publisher, if the file
/// has them.
@NullMarked
package org.parley.reading.source;

import org.jspecify.annotations.NullMarked;
