/// **How is a record filled in and changed in the browser?** Forms for every kind of record, made
/// from the same shapes as the text form: a new key of the model has its field without a word here.
/// - [Layout] is what is made by hand: the order of the fields, their names, and how they are
///   grouped.
/// - [FormMaker] makes the fields of what is written; [Typed] reads what was typed. Whatever is
///   typed comes back, right or wrong.
/// - [Saver] saves, and turns what a desk says into fields with problems, or into a choice between
///   two versions.
/// - [Presence] tells who has the same record open; what it knows is gone a minute later.
@NullMarked
package org.parley.web.edit;

import org.jspecify.annotations.NullMarked;
