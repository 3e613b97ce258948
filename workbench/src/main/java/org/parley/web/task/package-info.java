/// **Which tasks are open, and whose are they?** [TasksPage] lists them for one visitor.
@NullMarked
package org.parley.web.task;

import org.jspecify.annotations.NullMarked;
