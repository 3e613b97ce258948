/// **How is one record edited as a form, compared and merged, key by key?** A record as a form
/// shows it: its keys with the input, valid or not.
/// - [RecordForm] is the entry: a record as [FormValue], and back, with every problem at the path
///   of its field. No input is lost.
/// - [RecordMerge] merges two versions of a record and reports conflicting fields.
/// - [Difference] compares two versions of a record field by field.
/// - Cost: linear in the record; checking it beside the others, linear in the case.
@NullMarked
package org.parley.casefile.form;

import org.jspecify.annotations.NullMarked;
