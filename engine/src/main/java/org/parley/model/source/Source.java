package org.parley.model.source;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// The publication of a claim.
///
/// @param id its id
/// @param publisher the publisher
/// @param title its title, or a description
/// @param address a web address or an archive reference
/// @param date the date of publication
/// @param language its language as a BCP 47 tag: `en`, `uk`
/// @param reliability the reliability of the publisher
/// @param relays the source it repeats; a chain of relays counts as one source
/// @param kind the kind of source
/// @param note a remark for readers
public record Source(
    SourceId id,
    String publisher,
    LocalizedText title,
    @Nullable String address,
    Edtf date,
    String language,
    Reliability reliability,
    @Nullable SourceId relays,
    SourceKind kind,
    @Nullable String note,
    Visibility visibility)
    implements CaseRecord {

  @Override
  public Source withNames(UnaryOperator<LocalizedText> names) {
    return new Source(
        id,
        publisher,
        names.apply(title),
        address,
        date,
        this.language,
        reliability,
        relays,
        kind,
        note,
        visibility);
  }
}
