package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A document of a package, with its own signatories and its own life.
///
/// @param id its id
/// @param title its title
/// @param shortName a name that fits a heading or a line; default: the title
/// @param summary its purpose
/// @param kind the kind of document
/// @param partOf the instrument it is an annex or a part of
/// @param signatories the signatories, in the order of the board
/// @param signing the signing rule and the approvals after it; default: all sign
/// @param rule whether its points are agreed one by one or only together
/// @param status its past and expected events, each with its own date
/// @param known when it became known; default: when its first version did, or always
/// @param versions the versions of its text, oldest first; a later one replaces the one before
/// @param source its sources
public record Instrument(
    InstrumentId id,
    LocalizedText title,
    @Nullable LocalizedText shortName,
    @Nullable String summary,
    InstrumentKind kind,
    @Nullable InstrumentId partOf,
    List<PartyId> signatories,
    @Nullable Signing signing,
    PackageRule rule,
    List<InstrumentEvent> status,
    @Nullable Edtf known,
    List<InstrumentVersion> versions,
    List<SourceId> source,
    Visibility visibility)
    implements CaseRecord {

  public Instrument {
    signatories = List.copyOf(signatories);
    status = List.copyOf(status);
    versions = List.copyOf(versions);
    source = List.copyOf(source);
  }

  /// An instrument named by its title, and known when its first version was.
  public Instrument(
      InstrumentId id,
      LocalizedText title,
      @Nullable String summary,
      InstrumentKind kind,
      @Nullable InstrumentId partOf,
      List<PartyId> signatories,
      @Nullable Signing signing,
      PackageRule rule,
      List<InstrumentEvent> status,
      List<InstrumentVersion> versions,
      List<SourceId> source,
      Visibility visibility) {
    this(
        id,
        title,
        null,
        summary,
        kind,
        partOf,
        signatories,
        signing,
        rule,
        status,
        null,
        versions,
        source,
        visibility);
  }

  /// The same with other signatories.
  public Instrument withSignatories(List<PartyId> others) {
    return new Instrument(
        id,
        title,
        shortName,
        summary,
        kind,
        partOf,
        others,
        signing,
        rule,
        status,
        known,
        versions,
        source,
        visibility);
  }

  /// Its short name, or its title if it has none.
  public LocalizedText label() {
    return shortName != null ? shortName : title;
  }

  @Override
  public Instrument withNames(UnaryOperator<LocalizedText> names) {
    return new Instrument(
        id,
        names.apply(title),
        shortName == null ? null : names.apply(shortName),
        summary,
        kind,
        partOf,
        signatories,
        signing == null ? null : signing.withNames(names),
        rule,
        status,
        known,
        versions.stream().map(each -> each.withNames(names)).toList(),
        source,
        visibility);
  }
}
