/// **What did a server do, how fast, and how is it?** For those who run it: lines of a log,
/// metrics, and looks at parts that may hang. Nothing of a case is said here: no title, no id of a
/// record, no address, no query, no message of an exception.
/// - [ServerLog] writes lines of fields; [LogPrinter] prints them.
/// - [RequestEnd] is what is said of a request; [AccessLog] and [Meters] take it.
/// - [StatusBoard] looks at the parts of a server; [ServerStatus] is what it finds, in words and
///   days.
/// - [MetricsServer] answers Prometheus and `parley status` at an address of its own.
/// - [OperationPlan] is what of it is switched on.
@NullMarked
package org.parley.operate;

import org.jspecify.annotations.NullMarked;
