/// **What is a record, and who may see it?** The values that every record kind builds on: ids,
/// visibility, names with translations, and reasons for refusals.
/// - One id type per kind; an id is unique within its case, whatever its kind.
/// - The components of a record are the keys of its text form, by the same names.
/// - The packages below hold the record kinds; `cases` puts them together.
///
/// Names are terms of the field; GLOSSARY.md explains each with its source.
@NullMarked
package org.parley.model;

import org.jspecify.annotations.NullMarked;
