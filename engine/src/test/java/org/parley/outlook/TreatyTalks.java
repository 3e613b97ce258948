package org.parley.outlook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.PackageRule;

/// Talks of two parties about texts that both sign, reported by one source.
@NullMarked
public final class TreatyTalks {

  public static final SourceId NEWS = new SourceId("news");

  private static final Visibility OPEN = new Visibility.Public();

  private TreatyTalks() {}

  /// The records of talks about some texts, for others to be added.
  public static List<CaseRecord> records(InstrumentId... texts) {
    List<CaseRecord> records = new ArrayList<>();
    for (String each : List.of("A", "B")) {
      records.add(
          new Party(
              new PartyId(each),
              LocalizedText.of(each),
              null,
              PartyKind.STATE,
              List.of(),
              null,
              List.of(),
              OPEN));
    }
    records.add(
        new Source(
            NEWS,
            "Paper",
            LocalizedText.of("Title"),
            null,
            Edtf.of("2025-12"),
            "en",
            Reliability.C,
            null,
            SourceKind.REPORT,
            null,
            OPEN));
    for (InstrumentId each : texts) {
      records.add(text(each));
    }
    return records;
  }

  /// A text that both sign.
  public static Instrument text(InstrumentId id) {
    return new Instrument(
        id,
        LocalizedText.of(id.value()),
        null,
        InstrumentKind.TREATY,
        null,
        List.of(new PartyId("A"), new PartyId("B")),
        null,
        PackageRule.SINGLE_UNDERTAKING,
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }
}
