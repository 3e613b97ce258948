/// **What can be asked of Parley on a command line?** One class a command; [Cli] holds them
/// together: exit codes, colours, help, and that nobody ever sees a stack trace.
///
/// Commands are made in `org.parley.app` and handed what they need; a new one is a class here and a
/// line there. They print through the writers of [Cli], never to `System.out`.
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
