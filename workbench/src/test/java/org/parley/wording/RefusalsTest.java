package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.bargain.InvalidProblem;
import org.parley.casefile.EditRefusal;
import org.parley.casefile.start.StartFault;
import org.parley.casefile.template.TemplateFault;
import org.parley.casefile.yaml.FileFault;
import org.parley.corpus.CorpusFault;
import org.parley.exchange.agreement.AgreementFault;
import org.parley.exchange.document.AknDoubt;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.text.FileLineFault;
import org.parley.exchange.indicators.SeriesFileFault;
import org.parley.exchange.records.TableFault;
import org.parley.exchange.reference.ReferenceFault;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.GeniusFault;
import org.parley.genius.GeniusWriter;
import org.parley.genius.file.ForeignFileFault;
import org.parley.genius.utility.UtilityFault;
import org.parley.intake.UnreadLanguage;
import org.parley.model.Id;
import org.parley.model.InvalidValue;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.Rule;
import org.parley.model.text.OptionId;
import org.parley.notice.NoticeFault;
import org.parley.provision.TextDoubt;
import org.parley.publication.PublicationFault;
import org.parley.round.AccordFault;
import org.parley.round.AnswerFault;
import org.parley.sense.DoubtReason;
import org.parley.store.JournalFault;
import org.parley.store.people.PasswordFault;
import org.parley.veto.VetoFault;
import org.parley.web.people.AccountRefusal;
import org.parley.web.people.FeedAddressFault;
import org.parley.web.queue.FeedRefusal;
import org.parley.web.reading.ReadingRefusal;
import org.parley.web.service.ChangeRefusal;

/// Every refusal has a code of its own, words and advice in every language, and a line in the
/// reference of codes.
@NullMarked
class RefusalsTest {

  private static final Map<String, List<Class<?>>> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("The records of a case", List.of(Rule.class));
    SUBJECTS.put("Words that count only together", List.of(LooseWords.UnmatchedWord.class));
    SUBJECTS.put(
        "Records that fit the rules, but not the course of a settlement",
        List.of(DoubtReason.class));
    SUBJECTS.put("Single values", List.of(InvalidValue.class));
    SUBJECTS.put("Folders, files and records", List.of(FileFault.class));
    SUBJECTS.put("Beginning a case", List.of(StartFault.class));
    SUBJECTS.put("Records from templates", List.of(TemplateFault.class));
    SUBJECTS.put("Changes", List.of(EditRefusal.class, ChangeRefusal.class, JournalFault.class));
    SUBJECTS.put(
        "Bargaining problems",
        List.of(InvalidProblem.class, GeniusWriter.LinkagesNotWritten.class));
    SUBJECTS.put(
        "Files of other programs",
        List.of(ForeignFileFault.class, SaidFault.class, GeniusFault.class, UtilityFault.class));
    SUBJECTS.put("Files of incidents", List.of(FileLineFault.class, LogRecordFault.class));
    SUBJECTS.put("Files of series", List.of(SeriesFileFault.class));
    SUBJECTS.put("Spreadsheets", List.of(SheetFault.class, TableFault.class));
    SUBJECTS.put(
        "Texts of agreements", List.of(AgreementFault.class, TextDoubt.class, AknDoubt.class));
    SUBJECTS.put("Answers in a round", List.of(AnswerFault.class));
    SUBJECTS.put("Accounts", List.of(AccountRefusal.class, PasswordFault.class));
    SUBJECTS.put("Notices", List.of(NoticeFault.class));
    SUBJECTS.put("Secret addresses", List.of(FeedAddressFault.class));
    SUBJECTS.put("Accords", List.of(AccordFault.class));
    SUBJECTS.put(
        "Collections about other agreements, and their texts",
        List.of(ReferenceFault.class, CorpusFault.class));
    SUBJECTS.put(
        "Texts that are read",
        List.of(ReadingRefusal.class, FeedRefusal.class, UnreadLanguage.class));
    SUBJECTS.put("Anonymous vetoes", List.of(VetoFault.class));
    SUBJECTS.put("Published sites", List.of(PublicationFault.class));
  }

  /// The codes of some forms, with the arguments their messages may use.
  private static Map<String, Set<String>> codes(List<Class<?>> roots) {
    Map<String, Set<String>> codes = new LinkedHashMap<>();
    for (Class<?> root : roots) {
      for (Class<?> form : forms(root)) {
        if (form.isEnum()) {
          for (Object each : form.getEnumConstants()) {
            add(codes, ((Refusal) each).code(), arguments(form));
          }
        } else {
          assertTrue(form.isRecord(), form.getName());
          add(codes, Refusal.codeOf(form), arguments(form));
        }
      }
    }
    return codes;
  }

  private static List<Class<?>> forms(Class<?> root) {
    return root.isSealed()
        ? Stream.of(root.getPermittedSubclasses()).flatMap(each -> forms(each).stream()).toList()
        : List.of(root);
  }

  private static void add(Map<String, Set<String>> codes, String code, Set<String> arguments) {
    assertEquals(null, codes.put(code, arguments), "a code twice");
  }

  private static Set<String> arguments(Class<?> form) {
    Set<String> names = new HashSet<>(Set.of("value", "open", "close"));
    if (form.isRecord()) {
      for (RecordComponent each : form.getRecordComponents()) {
        names.add(each.getName());
        if (Id.class.isAssignableFrom(each.getType())) {
          names.add(each.getName() + "Noun");
          names.add(each.getName() + "A");
        }
      }
    }
    return names;
  }

  private static Map<String, Set<String>> all() {
    return codes(SUBJECTS.values().stream().flatMap(List::stream).toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCodeHasWordsAndAdviceOfItsArguments(Language language) {
    Messages messages = Messages.of(language);
    List<String> wrong = new ArrayList<>();
    Set<String> spare = new TreeSet<>(messages.keys());
    spare.removeIf(key -> !key.startsWith(Complaint.KEY));
    all()
        .forEach(
            (code, arguments) -> {
              for (String key : List.of(Complaint.KEY + code, Complaint.KEY + code + ".advice")) {
                if (!spare.remove(key)) {
                  wrong.add("no " + key);
                  continue;
                }
                Set<String> used = used(messages.pattern(key));
                used.removeAll(arguments);
                if (!used.isEmpty()) {
                  wrong.add(key + " uses " + used);
                }
              }
            });
    spare.forEach(key -> wrong.add("nothing says " + key));
    assertEquals(List.of(), wrong);
  }

  private static Set<String> used(String message) {
    MessagePattern pattern = new MessagePattern(message);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  @Test
  void advanceInEnglishIsAPossibilityNotAnOrder() {
    Messages english = Messages.of(Language.ENGLISH);
    for (String code : all().keySet()) {
      String advice = english.pattern(Complaint.KEY + code + ".advice");
      assertTrue(advice.isEmpty() || advice.contains("Maybe "), code + ": " + advice);
      assertFalse(advice.endsWith("."), code + ": " + advice);
    }
  }

  @Test
  void namesNumbersAndKindsStandInTheWords() {
    Complaint taken = new Complaint(new Rule.IdTaken(new OptionId("p1.joint")), "p1.joint");
    assertEquals(
        "this id is taken by an option: \"p1.joint\". Maybe choose another id; ids are unique in a"
            + " case, whatever they name.",
        taken.sentence());
    Complaint missing = new Complaint(new Rule.NoSuchId(new PartyId("AB"), false), "AB", "A");
    assertEquals("there is no party: \"AB\". Maybe you meant \"A\".", missing.sentence());
    Complaint large = new Complaint(new Rule.WorthTooLarge(1_000_000_000_000L), "1000000000001");
    assertEquals(
        "a worth is at most 1,000,000,000,000, of either sign: \"1000000000001\". Maybe it has"
            + " digits too many, or the unit is too small.",
        large.sentence());
    assertEquals(
        "a map of keys is needed here, not a list. Maybe write its keys on lines of their own: id,"
            + " name.",
        new Complaint(new FileFault.MapNeeded(FileFault.Form.LIST, List.of("id", "name")))
            .sentence());
    ScopedValue.where(Language.CURRENT, Language.FRENCH)
        .run(
            () -> {
              assertEquals(
                  "cet identifiant désigne déjà une option\u00a0: «\u00a0p1.joint\u00a0»."
                      + " Choisissez-en peut-être un autre\u00a0: un identifiant est unique dans un"
                      + " dossier, quoi qu’il désigne.",
                  taken.sentence());
              assertEquals(
                  "référence introuvable (partie)\u00a0: «\u00a0AB\u00a0». Peut-être"
                      + " vouliez-vous écrire «\u00a0A\u00a0».",
                  missing.sentence());
            });
  }

  /// What a case says is no pattern.
  @Test
  void valuesAreTakenWhole() {
    assertEquals(
        "named twice: \"{open} 'a' #\". Maybe name it once.",
        new Complaint(Rule.Plain.NAMED_TWICE, "{open} 'a' #").sentence());
  }

  @Test
  void theReferenceListsEveryCode() throws IOException {
    Path file = root().resolve("docs/reference/problems.md");
    String wanted = reference(Files.readString(file));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, wanted);
    }
    assertEquals(wanted, Files.readString(file), "run with -Dgolden.update=true, and read it");
  }

  /// The page with its tables made anew; what stands before them stays.
  private static String reference(String page) {
    int tables = page.indexOf("\n## ");
    StringBuilder text = new StringBuilder(tables < 0 ? page : page.substring(0, tables + 1));
    Messages english = Messages.of(Language.ENGLISH);
    SUBJECTS.forEach(
        (subject, roots) -> {
          text.append("## ")
              .append(subject)
              .append("\n\n| code | what is wrong | advice |\n|---|---|---|\n");
          new TreeMap<>(codes(roots))
              .keySet()
              .forEach(
                  code ->
                      text.append("| `")
                          .append(code)
                          .append("` | ")
                          .append(plain(english, Complaint.KEY + code))
                          .append(" | ")
                          .append(plain(english, Complaint.KEY + code + ".advice"))
                          .append(" |\n"));
          text.append('\n');
        });
    return text.toString().stripTrailing() + "\n";
  }

  /// A message whose arguments are `…`.
  private static String plain(Messages messages, String key) {
    List<Object> arguments = new ArrayList<>(List.of("open", "{", "close", "}"));
    for (String each : used(messages.pattern(key))) {
      if (!arguments.contains(each)) {
        arguments.addAll(List.of(each, "…"));
      }
    }
    return messages.text(key, arguments.toArray()).replace("|", "\\|");
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("workbench"))
        ? here
        : Objects.requireNonNull(here.getParent());
  }
}
