/// Is a published folder what was published? The files of a publication with their digests: written
/// all or none, and checked without a server.
@NullMarked
package org.parley.publication;

import org.jspecify.annotations.NullMarked;
