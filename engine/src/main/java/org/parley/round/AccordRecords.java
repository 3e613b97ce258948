package org.parley.round;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.PackageRule;

/// An accord as records of a case: its sheet, an instrument with its text, and an act of each
/// party.
///
/// Each party initials the text ad referendum. That establishes the text, subject to approval in
/// its capital, and binds nobody. See the Vienna Convention on the Law of Treaties, article 10.
///
/// @param accord the accord
/// @param instrument the instrument that has its text
/// @param acts the acts of those who accepted
/// @param source the sheet
public record AccordRecords(Accord accord, Instrument instrument, List<Act> acts, Source source) {

  private static final String VERSION = "1";

  /// The beginning of the ids of instruments made of accords.
  public static final String BEGINNING = "accord-";

  private static final int DIGITS = 12;

  public AccordRecords {
    acts = List.copyOf(acts);
  }

  /// The records of a new accord.
  ///
  /// @param publisher the publisher of the sheet
  /// @param note the remark on each act: that it is ad referendum
  /// @param readers the readers of the package
  public static AccordRecords of(Accord accord, String publisher, String note, Visibility readers) {
    String id = BEGINNING + accord.digest().substring(0, DIGITS);
    SourceId sheet = new SourceId(id + "-sheet");
    LocalDate day = accord.applied().atOffset(ZoneOffset.UTC).toLocalDate();
    String language = accord.title().language();
    Source source =
        new Source(
            sheet,
            publisher,
            accord.title(),
            "sha256:" + accord.digest(),
            Edtf.of(day),
            language == null ? "und" : language,
            Reliability.A,
            null,
            SourceKind.OFFICIAL_TEXT,
            null,
            readers);
    List<PartyId> parties = accord.accepted().stream().map(Accord.Signatory::party).toList();
    Instrument instrument =
        new Instrument(
            new InstrumentId(id),
            accord.title(),
            null,
            InstrumentKind.OTHER,
            null,
            parties,
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(),
            List.of(
                new InstrumentVersion(
                    VERSION, Edtf.of(day), null, null, accord.text(), List.of(sheet))),
            List.of(sheet),
            readers);
    List<Act> acts = new ArrayList<>();
    for (PartyId party : parties) {
      acts.add(
          new Act(
              new ActId(id + "-" + (acts.size() + 1)),
              ActKind.INITIALLED,
              Edtf.of(day),
              null,
              List.of(party),
              List.of(instrument.id()),
              VERSION,
              null,
              null,
              null,
              List.of(),
              null,
              null,
              null,
              null,
              note,
              List.of(sheet),
              List.of(),
              readers));
    }
    return new AccordRecords(accord, instrument, acts, source);
  }

  /// Every accord on record in a view, in the order of its instruments. A version of an instrument
  /// whose text does not hold is none.
  public static List<AccordRecords> list(CaseView view) {
    List<AccordRecords> all = new ArrayList<>();
    for (Instrument instrument : view.instruments()) {
      for (InstrumentVersion version : instrument.versions()) {
        String text = version.text();
        if (text != null && Accord.isOne(text)) {
          read(text).flatMap(accord -> of(view, instrument, version, accord)).ifPresent(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  private static Optional<Accord> read(String text) {
    try {
      return Optional.of(Accord.parse(text));
    } catch (AccordException _) {
      return Optional.empty();
    }
  }

  private static Optional<AccordRecords> of(
      CaseView view, Instrument instrument, InstrumentVersion version, Accord accord) {
    List<Act> acts =
        view.acts().stream()
            .filter(each -> each.kind() == ActKind.INITIALLED)
            .filter(each -> each.of().contains(instrument.id()))
            .filter(each -> version.version().equals(each.version()))
            .toList();
    return version.source().stream()
        .findFirst()
        .map(sheet -> new AccordRecords(accord, instrument, acts, view.get(sheet)));
  }

  /// The accord of a digest in a view.
  public static Optional<AccordRecords> find(CaseView view, String digest) {
    return list(view).stream().filter(each -> each.accord.digest().equals(digest)).findFirst();
  }

  /// All its records: source, instrument, acts.
  public List<CaseRecord> records() {
    List<CaseRecord> all = new ArrayList<>(List.of(source, instrument));
    all.addAll(acts);
    return List.copyOf(all);
  }

  /// Its records with other readers.
  public List<CaseRecord> readBy(Visibility readers) {
    List<CaseRecord> all = new ArrayList<>();
    all.add(
        new Source(
            source.id(),
            source.publisher(),
            source.title(),
            source.address(),
            source.date(),
            source.language(),
            source.reliability(),
            source.relays(),
            source.kind(),
            source.note(),
            readers));
    all.add(
        new Instrument(
            instrument.id(),
            instrument.title(),
            instrument.shortName(),
            instrument.summary(),
            instrument.kind(),
            instrument.partOf(),
            instrument.signatories(),
            instrument.signing(),
            instrument.rule(),
            instrument.status(),
            instrument.known(),
            instrument.versions(),
            instrument.source(),
            readers));
    for (Act act : acts) {
      all.add(
          new Act(
              act.id(),
              act.kind(),
              act.date(),
              act.known(),
              act.by(),
              act.of(),
              act.version(),
              act.vote(),
              act.share(),
              act.unit(),
              act.foundBy(),
              act.until(),
              act.incident(),
              act.response(),
              act.quote(),
              act.note(),
              act.source(),
              act.supersedes(),
              readers));
    }
    return List.copyOf(all);
  }
}
