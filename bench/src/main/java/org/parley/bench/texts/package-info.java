/// **What does the comparison of two texts cost?** Comparison and consequences over texts of 20
/// articles and more.
@NullMarked
package org.parley.bench.texts;

import org.jspecify.annotations.NullMarked;
