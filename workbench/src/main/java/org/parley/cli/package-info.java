/// **What can be asked of Parley on a command line?** One class a command. [Cli] provides exit
/// codes, colours and help, and hides stack traces.
///
/// Commands are created in `org.parley.app` with their dependencies; a new one is a class here and
/// a line there. They print through the writers of [Cli], never to `System.out`.
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
