/// **What became of other agreements?** The page with survival by three definitions.
@NullMarked
package org.parley.web.outlook;

import org.jspecify.annotations.NullMarked;
