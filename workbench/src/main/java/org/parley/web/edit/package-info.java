/// **How is a record edited in the browser?** Forms for every record kind derive from the same
/// shapes as the text form. A new key of the model has its field without code here.
/// - [FormLayout] is hand-written: order, labels and groups of the fields.
/// - [FormMaker] builds the fields; [FormInput] parses the input. All input is redisplayed, valid
///   or not.
/// - [RecordFormHandler] saves, and turns the result into fields with faults, or into a choice
///   between two versions.
/// - [Presence] shows who has the same record open; it forgets after a minute.
@NullMarked
package org.parley.web.edit;

import org.jspecify.annotations.NullMarked;
