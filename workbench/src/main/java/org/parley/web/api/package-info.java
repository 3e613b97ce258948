/// **How does a program read and change a case?** The routes of the API by subject, and their
/// handlers.
///
/// Everything is read by [org.parley.web.service.CaseService#read] and changed by
/// [org.parley.web.service.CaseService#change], with the rights and secrecy of the pages. Long
/// questions run in a few threads, within a deadline, and answer with what is known by then.
@NullMarked
package org.parley.web.api;

import org.jspecify.annotations.NullMarked;
