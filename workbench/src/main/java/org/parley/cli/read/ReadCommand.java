package org.parley.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.DayConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.ProblemPrinter;
import org.parley.intake.ArticleDetails;
import org.parley.intake.BatchEdits;
import org.parley.intake.Intake;
import org.parley.intake.UnreadLanguage;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.reading.Article;
import org.parley.reading.ForeignTextException;
import org.parley.reading.Reader;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.language.Lexicon;
import org.parley.wording.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley read CASE FILE|URL|-`: proposes records from a text; writes the accepted ones.
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads news texts and proposes what they say: claims, meetings, next steps, instruments, "
          + "demands of order, each with its quotation.",
      "Nothing is written unless --accept says so."
    },
    footerHeading =
        "%nExit code 0: read. 1: the case has problems, or what was accepted was refused. 65: a text "
            + "could not be read. 69: the reader is unavailable.%n%n",
    footer = {
      "Examples:",
      "  parley read my-case article.html --published 2025-12-29",
      "  parley read my-case https://example.org/news/1 --accept all",
      "  parley read my-case article.txt --accept 1,3,4",
      "  parley read my-case folder-of-texts --json"
    })
public final class ReadCommand implements Callable<Integer> {

  private final InputStream in;
  private final Function<Map<String, String>, Reader> readers;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description =
          "A file (text, HTML, PDF, DOCX, ODT, mail), a folder of them, an address, or - for the standard input.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--accept",
      paramLabel = "WHICH",
      description =
          "What is written to the case: none (default), all that is new and complete, or numbers. "
              + "Of several texts, each statement is written once, with all its sources.")
  private String accept = "none";

  @Option(
      names = "--published",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day of publication, where the text does not tell it.")
  private @Nullable LocalDate published;

  @Option(names = "--publisher", paramLabel = "NAME", description = "Who published it.")
  private @Nullable String publisher;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The language where the text does not tell it. Default: ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(names = "--json", description = "Print one JSON object a text.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param in the standard input
  /// @param readers makes the reader the environment asks for, when first needed
  public ReadCommand(
      InputStream in,
      Function<Map<String, String>, Reader> readers,
      Map<String, String> environment) {
    this.in = in;
    this.readers = readers;
    this.environment = Map.copyOf(environment);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not called by picocli");
    }
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    if (!accept.matches("none|all|\\d{1,6}(,\\d{1,6})*")) {
      throw wrong("--accept is \"" + accept + "\". Maybe write all, none, or numbers: 1,3");
    }
    Reader reader;
    try {
      reader = readers.apply(environment);
      if (!reader.understands(language)) {
        Lexicon.of(language);
      }
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    List<String> texts;
    try {
      texts = TextInputs.expand(names);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    if (folder == null) {
      return ExitCode.USAGE;
    }
    CaseFolder caseFolder = CaseFolder.of(folder);
    return switch (caseFolder.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(spec().commandLine()).print(rejected, spec().commandLine().getErr());
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded -> new Run(caseFolder, loaded, reader).run(texts);
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  /// One run over all texts.
  private final class Run {

    private final CaseFolder caseFolder;
    private final Reader reader;
    private final PrintWriter out = spec().commandLine().getOut();
    private final PrintWriter err = spec().commandLine().getErr();
    private final List<CaseReading> readings = new ArrayList<>();
    private LoadResult.Loaded loaded;
    private int code = ExitCode.OK;

    /// How many proposals the texts before have.
    private int before;

    Run(CaseFolder caseFolder, LoadResult.Loaded loaded, Reader reader) {
      this.caseFolder = caseFolder;
      this.loaded = loaded;
      this.reader = reader;
    }

    int run(List<String> texts) throws IOException {
      TextInputs inputs = new TextInputs(in, language);
      boolean isMany = texts.size() > 1;
      CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
      int step = Math.max(1, texts.size() / 20);
      for (int i = 0; i < texts.size(); i++) {
        int result = one(inputs, texts.get(i), isMany);
        code = Math.max(code, result);
        if (result == ExitCode.UNAVAILABLE) {
          break;
        }
        if (isMany && ((i + 1) % step == 0 || i + 1 == texts.size())) {
          err.println("Read " + (i + 1) + " of " + texts.size() + " texts.");
          err.flush();
        }
      }
      if (isMany && !json) {
        new StatementText(out).print(view, readings);
      }
      return isMany && !accept.equals("none")
          ? Math.max(code, acceptOnce(new BatchEdits(view, readings)))
          : code;
    }

    private int one(TextInputs inputs, String name, boolean isOneOfMany) throws IOException {
      Article article;
      try {
        article = new ArticleDetails(publisher, null, null, published).over(inputs.read(name));
      } catch (IOException | IllegalArgumentException e) {
        err.println("Reading " + name + ": " + Intake.reason(e) + ".");
        return ExitCode.BAD_DATA;
      }
      CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
      CaseReading reading;
      try {
        reading = CaseReading.of(view, article, reader);
      } catch (ForeignTextException e) {
        Complaint why = new Complaint(new UnreadLanguage(e.language()));
        err.println("Reading " + name + ": " + why.sentence());
        return ExitCode.BAD_DATA;
      } catch (ReaderUnavailableException e) {
        err.println(e.getMessage() + ".");
        return ExitCode.UNAVAILABLE;
      }
      if (json) {
        out.println(AnswerJson.line(ReadAnswer.of(name, reading, before)));
      } else {
        new ReadText(out).print(name, reading, isOneOfMany, before);
      }
      readings.add(reading);
      before += reading.candidates().size();
      return isOneOfMany ? ExitCode.OK : accept(reading);
    }

    /// Writes what is chosen of many texts, each statement once. Nothing is written if a number is
    /// wrong.
    private int acceptOnce(BatchEdits batch) throws IOException {
      Set<Integer> chosen;
      if (accept.equals("all")) {
        chosen = batch.sound();
      } else {
        if (checkNumbers(batch.last()) != ExitCode.OK) {
          return ExitCode.USAGE;
        }
        chosen = numbers();
        chosen.forEach(number -> batch.find(number).ifPresent(each -> tellMissing(number, each)));
      }
      List<CaseEdit> statements = batch.statements(chosen::contains);
      int result = statements.isEmpty() ? ExitCode.OK : write(statements);
      boolean isWritten = !statements.isEmpty();
      for (int i = 0; i < readings.size() && result == ExitCode.OK; i++) {
        // another text may have told the same, and it was written then
        List<CaseEdit> events =
            batch.events(i, chosen::contains).isEmpty()
                ? List.of()
                : withWrittenSource(i).events(i, chosen::contains);
        if (!events.isEmpty()) {
          isWritten = true;
          result = write(events);
        }
      }
      if (!isWritten) {
        err.println("Nothing to write.");
      }
      return result;
    }

    /// The batch in which a text is read for the case as it is now, so that its source is known.
    private BatchEdits withWrittenSource(int article) {
      CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
      List<CaseReading> now = new ArrayList<>(readings);
      now.set(article, CaseReading.of(view, readings.get(article).reading()));
      return new BatchEdits(view, now);
    }

    private Set<Integer> numbers() {
      return Arrays.stream(accept.split(",", -1))
          .map(Integer::valueOf)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private void tellMissing(int number, Candidate candidate) {
      if (!candidate.isReady()) {
        err.println(number + " is not written: " + candidate.missing() + ".");
      }
    }

    /// Whether every number that --accept names is one of a proposal.
    private int checkNumbers(int last) {
      for (String each : accept.split(",", -1)) {
        int number = Integer.parseInt(each);
        if (number < 1 || number > last) {
          err.println(
              "--accept names "
                  + number
                  + ", but the proposals are numbered from 1 to "
                  + last
                  + ". Maybe read once without --accept and look at the numbers.");
          return ExitCode.USAGE;
        }
      }
      return ExitCode.OK;
    }

    private int accept(CaseReading reading) throws IOException {
      if (accept.equals("none")) {
        return ExitCode.OK;
      }
      List<Integer> chosen = new ArrayList<>();
      if (accept.equals("all")) {
        chosen.addAll(reading.news());
      } else {
        if (checkNumbers(reading.candidates().size()) != ExitCode.OK) {
          return ExitCode.USAGE;
        }
        chosen.addAll(numbers());
        chosen.forEach(number -> tellMissing(number, reading.candidates().get(number - 1)));
      }
      List<CaseEdit> edits = Intake.edits(reading, chosen);
      if (edits.isEmpty()) {
        err.println("Nothing to write.");
        return ExitCode.OK;
      }
      return write(edits);
    }

    private int write(List<CaseEdit> edits) throws IOException {
      return switch (caseFolder.edit(loaded, edits)) {
        case EditResult.Saved(LoadResult.Loaded after, List<String> files) -> {
          loaded = after;
          err.println(
              "Wrote "
                  + edits.size()
                  + (edits.size() == 1 ? " record" : " records")
                  + " to "
                  + String.join(", ", files)
                  + ".");
          yield ExitCode.OK;
        }
        case EditResult.Refused(List<CaseProblem> problems) -> {
          problems.forEach(each -> err.println(each.place() + ": " + each.sentence()));
          yield ExitCode.PROBLEMS;
        }
      };
    }
  }
}
