package org.parley.exchange.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.TextStatus;

/// How the text of an agreement goes on record.
///
/// @param instrument the id or title of its instrument; one that is not on record is created
/// @param kind the kind of a new instrument
/// @param version the name of this version, unique within each point
/// @param date the date it was on the table
/// @param status its status
/// @param language its language, a BCP 47 tag; null if it is not to be recorded
/// @param sources its sources
/// @param depth which provisions become points
public record AgreementDetails(
    String instrument,
    InstrumentKind kind,
    String version,
    Edtf date,
    TextStatus status,
    @Nullable String language,
    List<SourceId> sources,
    AgreementDepth depth) {
  public AgreementDetails {
    sources = List.copyOf(sources);
  }
}
