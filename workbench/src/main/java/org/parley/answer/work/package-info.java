/// **What is to be done and was done in the work on a case, as programs read it?** [TasksAnswer]
/// has the tasks, [WorkAnswer] who did how much and how long things waited.
@NullMarked
package org.parley.answer.work;

import org.jspecify.annotations.NullMarked;
