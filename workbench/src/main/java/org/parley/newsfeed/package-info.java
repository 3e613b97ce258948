/// **What is new in the news?** RSS and Atom feeds, watched at an interval by a person's own
/// machine with conditional requests.
@NullMarked
package org.parley.newsfeed;

import org.jspecify.annotations.NullMarked;
