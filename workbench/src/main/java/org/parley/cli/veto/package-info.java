/// **How is an anonymous veto run from a terminal?** Each delegation runs these commands on its own
/// machine; files go between them.
@NullMarked
package org.parley.cli.veto;

import org.jspecify.annotations.NullMarked;
