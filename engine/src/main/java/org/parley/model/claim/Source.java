package org.parley.model.claim;

import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// Where something was read.
///
/// @param id its id
/// @param publisher who published it
/// @param title its title, or what it is
/// @param address where it can be found: a web address or an archive reference
/// @param date when it was published
/// @param language its language as a BCP 47 tag: `en`, `uk`
/// @param reliability how reliable the publisher is held to be
/// @param relays the source it repeats; a chain of relays counts as one source
/// @param kind what sort of source it is
/// @param note what a reader should know of it
public record Source(
    SourceId id,
    String publisher,
    String title,
    @Nullable String address,
    Edtf date,
    String language,
    Reliability reliability,
    @Nullable SourceId relays,
    SourceKind kind,
    @Nullable String note,
    Visibility visibility)
    implements CaseRecord {}
