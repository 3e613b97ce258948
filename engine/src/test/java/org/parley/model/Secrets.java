package org.parley.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.model.checks.References;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.Source;
import org.parley.model.party.Party;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.position.Worth;
import org.parley.model.text.Component;
import org.parley.model.text.Instrument;
import org.parley.model.text.Option;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;

/// Takes what a viewer may not see out of a case, or changes it, by rules of its own: nothing here
/// asks [CaseView], [CaseRecord#visiblePartFor] or [Visibility#visibleTo].
public final class Secrets {

  private Secrets() {}

  /// Whether `viewer` sees what is marked so: the table of the concept, line by line.
  public static boolean sees(Viewer viewer, Visibility mark) {
    if (viewer instanceof Viewer.Mediator || mark instanceof Visibility.Public) {
      return true;
    }
    if (viewer instanceof Viewer.Delegation delegation) {
      return mark instanceof Visibility.Delegations
          || mark.equals(new Visibility.Party(delegation.party()));
    }
    return false;
  }

  /// Everyone who may look at a case: the public, the mediator, each party.
  public static List<Viewer> viewers(Case all) {
    List<Viewer> viewers = new ArrayList<>(List.of(new Viewer.Public(), new Viewer.Mediator()));
    for (CaseRecord record : all.records()) {
      if (record instanceof Party party) {
        viewers.add(new Viewer.Delegation(party.id()));
      }
    }
    return viewers;
  }

  /// The case as it is when what `viewer` may not see was never written.
  public static Case without(Case all, Viewer viewer) {
    return Case.of(
        all.info(),
        all.records().stream()
            .filter(record -> sees(viewer, record.visibility()))
            .map(
                record ->
                    record instanceof Point point
                        ? parts(point, viewer, _ -> Optional.empty())
                        : record)
            .toList());
  }

  /// The case with other secrets: some of what `viewer` may not see is gone where nothing refers to
  /// it, the rest says something else.
  public static Case changed(Case all, Viewer viewer, Random random) {
    List<CaseRecord> records = new ArrayList<>();
    for (CaseRecord record : all.records()) {
      if (!sees(viewer, record.visibility())) {
        records.add((CaseRecord) otherWords((Record) record));
      } else if (record instanceof Point point) {
        records.add(parts(point, viewer, part -> Optional.of(otherWords(part))));
      } else {
        records.add(record);
      }
    }
    Set<Id> needed = new HashSet<>();
    for (CaseRecord record : records) {
      for (References.Mention mention : References.of((Record) record)) {
        if (!mention.declares()) {
          needed.add(mention.id());
        }
      }
    }
    records.removeIf(
        record ->
            !sees(viewer, record.visibility())
                && !(record instanceof Point)
                && !needed.contains(record.id())
                && random.nextBoolean());
    return Case.of(all.info(), records);
  }

  private interface Change {
    Optional<? extends Record> of(Record hidden);
  }

  private static Point parts(Point point, Viewer viewer, Change change) {
    Point result = point;
    result = Rewrite.with(result, "components", parts(point.components(), viewer, change));
    result = Rewrite.with(result, "options", parts(point.options(), viewer, change));
    return Rewrite.with(result, "texts", parts(point.texts(), viewer, change));
  }

  private static List<Record> parts(List<? extends Record> parts, Viewer viewer, Change change) {
    List<Record> result = new ArrayList<>();
    for (Record part : parts) {
      Visibility mark =
          switch (part) {
            case Component component -> component.visibility();
            case Option option -> option.visibility();
            case TextVersion text -> text.visibility();
            default -> throw new IllegalArgumentException(part.toString());
          };
      if (sees(viewer, mark)) {
        result.add(part);
      } else {
        change.of(part).ifPresent(result::add);
      }
    }
    return result;
  }

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Party.class, "name",
          Instrument.class, "title",
          Point.class, "title",
          Source.class, "publisher",
          Claim.class, "paraphrase",
          Meeting.class, "title",
          Position.class, "concludes",
          Component.class, "title",
          Option.class, "title",
          TextVersion.class, "version");

  private static <R extends Record> R otherWords(R hidden) {
    R changed = hidden;
    String component = WORDS.get(hidden.getClass());
    if (component != null) {
      changed = Rewrite.with(changed, component, Rewrite.get(hidden, component) + " otherwise");
    }
    return switch (changed) {
      case Claim claim when !(claim.asserts() instanceof Assertion.Rejected) ->
          Rewrite.with(changed, "asserts", new Assertion.Rejected());
      case Claim _ -> Rewrite.with(changed, "asserts", new Assertion.Agreed());
      case Point _ -> Rewrite.with(changed, "weight", 77);
      case Instrument _ -> Rewrite.with(changed, "rule", PackageRule.SINGLE_UNDERTAKING);
      case Linkage _ -> Rewrite.with(changed, "text", "Tied otherwise");
      case Baseline _ -> Rewrite.with(changed, "worth", Worth.exactly(77));
      default -> changed;
    };
  }
}
