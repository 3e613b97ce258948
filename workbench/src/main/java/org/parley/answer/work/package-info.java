/// **What is to be done in the work on a case, as programs read it?** [TasksAnswer] has the tasks.
@NullMarked
package org.parley.answer.work;

import org.jspecify.annotations.NullMarked;
