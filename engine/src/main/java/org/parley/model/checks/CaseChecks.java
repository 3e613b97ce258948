package org.parley.model.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.model.CaseComparison;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.checks.References.Declaration;
import org.parley.model.checks.References.Mention;
import org.parley.model.text.Component;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;

/// Validates a set of records as a case.
///
/// Ids are unique. Every reference names an element of the right kind that all readers may see.
/// Members, relays, parts and corrections form no cycles. No text contains forbidden [Characters].
/// Each record is consistent in itself. Every violation is reported, in the order of the records.
///
/// Since all readers of a record may see its references, a view is the case without the invisible
/// records. It reveals nothing of them.
///
/// Cost: linear in the records. For an unknown id, every id of the kind is compared for advice. Of
/// many in a large case, only the first get advice.
public final class CaseChecks {

  /// The longest quotation a claim may carry, in characters.
  public static final int QUOTE_LENGTH = 500;

  /// The records of a task; tasks run in parallel.
  private static final int PART = 1 << 10;

  private final RecordsUnderCheck records;

  private CaseChecks(RecordsUnderCheck records) {
    this.records = records;
  }

  /// Every violation of these records; empty if they form a case.
  public static List<CaseViolation> problems(CaseInfo info, List<? extends CaseRecord> records) {
    RecordsUnderCheck examined = new RecordsUnderCheck(records);
    header(examined, info);
    IntStream.rangeClosed(0, records.size() / PART)
        .parallel()
        .mapToObj(
            part -> part(examined.part(), part * PART, Math.min((part + 1) * PART, records.size())))
        .toList()
        .forEach(examined::add);
    ReferenceCycles.check(examined);
    new RecordChecks(examined).noneTwice();
    return new MeantIds(examined).advise(examined.problems());
  }

  /// Checks the header alone.
  static void header(RecordsUnderCheck examined, CaseInfo info) {
    new CaseChecks(examined).header(info);
  }

  private void header(CaseInfo info) {
    List<CaseViolation> texts = new ArrayList<>();
    List<Mention> mentioned =
        References.of(
            info,
            (path, text) ->
                Characters.problem(CaseViolation.CASE_INFO, path, text).ifPresent(texts::add));
    references(CaseViolation.CASE_INFO, mentioned);
    records.add(texts);
    records.languages(CaseViolation.CASE_INFO, List.of("title"), info.title());
    if (info.title().isBlank()) {
      records.report(CaseViolation.CASE_INFO, List.of("title"), Rule.Plain.NO_CASE_TITLE, "");
    }
    CaseComparison compared = info.comparison();
    if (compared != null) {
      Topics.check(
          records, CaseViolation.CASE_INFO, List.of("comparison", "topics"), compared.topics());
    }
  }

  /// The violations of some records, each checked by itself and with its references.
  static List<CaseViolation> part(RecordsUnderCheck records, int from, int end) {
    CaseChecks checks = new CaseChecks(records);
    RecordChecks each = new RecordChecks(records);
    for (int index = from; index < end; index++) {
      checks.uniqueIds(index);
      checks.readers(index);
      checks.references(index, records.mentions(index));
      records.add(records.texts(index));
      each.check(index);
    }
    return records.problems();
  }

  private void uniqueIds(int index) {
    for (Mention mention : records.mentions(index)) {
      if (!mention.declares()) {
        continue;
      }
      Declaration first = records.declared().get(mention.id().value());
      if (first != null
          && !(first.record() == index && first.mention().path().equals(mention.path()))) {
        records.report(index, mention.path(), new Rule.IdTaken(first.mention().id()), mention.id());
      }
    }
  }

  /// Some parties are two at least: of one and of none, another form is the only one.
  private void readers(int index) {
    CaseRecord record = records.records().get(index);
    readers(index, List.of(), record.visibility());
    if (record instanceof Point point) {
      readers(index, "components", point.components(), Component::visibility);
      readers(index, "options", point.options(), Option::visibility);
      readers(index, "texts", point.texts(), TextVersion::visibility);
    }
  }

  private <P> void readers(int index, String key, List<P> parts, Function<P, Visibility> mark) {
    for (int at = 0; at < parts.size(); at++) {
      readers(index, List.of(key, Integer.toString(at)), mark.apply(parts.get(at)));
    }
  }

  private void readers(int index, List<String> path, Visibility mark) {
    if (mark instanceof Visibility.Parties(List<PartyId> parties) && parties.size() < 2) {
      records.report(
          index,
          Stream.concat(path.stream(), Stream.of("visibility")).toList(),
          Rule.Plain.TOO_FEW_READERS,
          parties.stream().map(PartyId::value).collect(Collectors.joining(", ")));
    }
  }

  private void references(int index, List<Mention> mentioned) {
    for (Mention mention : mentioned) {
      if (mention.declares()) {
        continue;
      }
      Id id = mention.id();
      Declaration target = records.declared().get(id.value());
      if (target == null) {
        records.report(index, mention.path(), new Rule.NoSuchId(id, isSubject(mention)), id);
      } else if (!kindFits(id, target.mention().id())) {
        records.report(index, mention.path(), new Rule.WrongKind(target.mention().id(), id), id);
      } else if (!target.mention().readers().covers(mention.readers())) {
        records.report(index, mention.path(), new Rule.HiddenFromReaders(id), id);
      }
    }
  }

  /// Whether any subject is allowed there, of any kind.
  private static boolean isSubject(Mention mention) {
    return mention.path().getFirst().equals("about");
  }

  private static boolean kindFits(Id mentioned, Id declaredAs) {
    return mentioned.getClass() == declaredAs.getClass();
  }
}
