/// **How is one record filled in, compared and merged, key by key?** A record as people see it in a
/// form: its keys with what was typed, right or wrong.
/// - [RecordForm] is the entry: a record as [Written], and back, with every problem at the path of
///   the field it belongs to. Nothing that was typed is lost on the way.
/// - [Merge] joins what two people made of the same record; where both changed a field, it says so
///   and leaves the choice to them.
/// - [Difference] tells two versions of a record apart, field by field.
/// - Cost: linear in the record; checking it beside the others, linear in the case.
@NullMarked
package org.parley.casefile.form;

import org.jspecify.annotations.NullMarked;
