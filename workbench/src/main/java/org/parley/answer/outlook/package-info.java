/// **How long did other agreements stand?** The figures the product ships, and the answer made of
/// them.
@NullMarked
package org.parley.answer.outlook;

import org.jspecify.annotations.NullMarked;
