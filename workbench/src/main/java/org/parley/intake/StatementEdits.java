package org.parley.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.reading.cases.CaseReading;

/// The edits that write statements: each source and each claim once. Not thread-safe.
public final class StatementEdits {

  private static final int LONGEST_ID = 64;

  /// For whom records are written.
  ///
  /// @param beginning the beginning of the ids of the one who writes; empty for none
  /// @param visibility who sees what is new
  public record Writer(String beginning, Visibility visibility) {}

  private final CaseView view;
  private final Writer writer;
  private final Map<CaseReading, SourceId> sources = new HashMap<>();
  private final Map<SourceId, Source> newSources = new LinkedHashMap<>();
  private final List<Claim> newClaims = new ArrayList<>();
  private final Map<ClaimId, Claim> changed = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  public StatementEdits(CaseView view, Writer writer) {
    this.view = view;
    this.writer = writer;
  }

  /// Adds a statement. Returns the id of the claim that holds it.
  ///
  /// @param told the articles that tell it, the one of the claim's words first
  /// @param claim the claim it would be; its id and sources are replaced
  /// @param record the claim on record it is seen against; null for none
  /// @param isSameOccasion whether that claim was made on the same occasion
  public ClaimId add(
      List<CaseReading> told,
      Claim claim,
      StatementDecision decision,
      @Nullable Claim record,
      boolean isSameOccasion) {
    if (decision == StatementDecision.CONFIRMS && record != null && isSameOccasion) {
      return confirm(told, record);
    }
    List<SourceId> from = sources(told, writer.visibility());
    ClaimId id = new ClaimId(free(claim.id().value()));
    List<ClaimId> supersedes =
        decision == StatementDecision.OTHERWISE
                && record != null
                && record.said().isBefore(claim.said())
            ? List.of(record.id())
            : List.of();
    newClaims.add(written(claim, id, from, known(told, claim.said()), supersedes));
    return id;
  }

  private ClaimId confirm(List<CaseReading> told, Claim record) {
    Claim now = changed.getOrDefault(record.id(), record);
    List<SourceId> all = new ArrayList<>(now.source());
    for (SourceId each : sources(told, record.visibility())) {
      if (!all.contains(each)) {
        all.add(each);
      }
    }
    if (all.size() > record.source().size()) {
      changed.put(record.id(), now.withSources(all));
    }
    return record.id();
  }

  private Claim written(
      Claim claim,
      ClaimId id,
      List<SourceId> from,
      @Nullable Edtf known,
      List<ClaimId> supersedes) {
    return new Claim(
        id,
        claim.speaker(),
        claim.office(),
        claim.party(),
        claim.jointly(),
        claim.said(),
        known,
        claim.channel(),
        from,
        claim.confidence(),
        claim.quote(),
        claim.paraphrase(),
        claim.about(),
        claim.between(),
        claim.asserts(),
        supersedes,
        claim.retracts(),
        claim.contradicts(),
        writer.visibility());
  }

  /// The day the first article made it known, if it was said before.
  private static @Nullable Edtf known(List<CaseReading> told, Edtf said) {
    return told.stream()
        .map(each -> each.reading().article().published())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(Edtf::of)
        .filter(said::isBefore)
        .orElse(null);
  }

  /// The ids of the sources, in the order of `told`. Earlier ones are written first, so that later
  /// ones can repeat them.
  private List<SourceId> sources(List<CaseReading> told, Visibility visibility) {
    List<CaseReading> byDay =
        told.stream()
            .sorted(
                Comparator.comparing(
                    each ->
                        Objects.requireNonNullElse(
                            each.reading().article().published(), LocalDate.MAX)))
            .toList();
    List<Source> before = new ArrayList<>();
    for (CaseReading each : byDay) {
      before.add(source(each, before, visibility));
    }
    return told.stream().map(sources::get).distinct().toList();
  }

  private Source source(CaseReading reading, List<Source> before, Visibility visibility) {
    SourceId id = sources.get(reading);
    if (id != null) {
      return Objects.requireNonNullElseGet(
          newSources.get(id), () -> view.get(reading.source().id()));
    }
    Source proposed = reading.source();
    if (reading.isKnownSource()) {
      sources.put(reading, proposed.id());
      return proposed;
    }
    Source same = same(proposed);
    Source made =
        same != null
            ? same
            : written(
                proposed,
                new SourceId(free(proposed.id().value())),
                proposed.relays() != null ? proposed.relays() : repeated(reading, before),
                visibility);
    newSources.put(made.id(), made);
    sources.put(reading, made.id());
    return made;
  }

  /// An article that came twice is one source.
  private @Nullable Source same(Source proposed) {
    return newSources.values().stream()
        .filter(each -> each.publisher().equals(proposed.publisher()))
        .filter(each -> each.title().equals(proposed.title()))
        .filter(each -> each.date().equals(proposed.date()))
        .findFirst()
        .orElse(null);
  }

  /// The earlier source of the statement that the article credits; null if there is none, or more
  /// than one.
  private static @Nullable SourceId repeated(CaseReading reading, List<Source> before) {
    List<SourceId> credited =
        before.stream()
            .filter(each -> CaseReading.credits(reading.reading().article(), each.publisher()))
            .map(Source::id)
            .distinct()
            .toList();
    return credited.size() == 1 ? credited.getFirst() : null;
  }

  private static Source written(
      Source proposed, SourceId id, @Nullable SourceId relays, Visibility visibility) {
    return new Source(
        id,
        proposed.publisher(),
        proposed.title(),
        proposed.address(),
        proposed.date(),
        proposed.language(),
        proposed.reliability(),
        relays,
        proposed.kind(),
        proposed.note(),
        visibility);
  }

  /// The id under which the source of an article is, or will be, on record.
  public SourceId sourceOf(CaseReading reading) {
    return Objects.requireNonNull(sources.get(reading), "an article of no statement");
  }

  /// All that is to be written: sources, then claims, then additions to claims on record.
  public List<CaseEdit> edits() {
    List<CaseEdit> edits = new ArrayList<>();
    newSources.values().forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    newClaims.forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    changed.values().forEach(each -> edits.add(new CaseEdit.Change(each)));
    return edits;
  }

  private String free(String wanted) {
    String whole = wanted.startsWith(writer.beginning()) ? wanted : writer.beginning() + wanted;
    String id = cut(whole, LONGEST_ID);
    for (int number = 2; view.find(id).isPresent() || taken.contains(id); number++) {
      String end = "-" + number;
      id = cut(whole, LONGEST_ID - end.length()) + end;
    }
    taken.add(id);
    return id;
  }

  private static String cut(String id, int most) {
    return id.substring(0, Math.min(most, id.length()));
  }
}
