package org.parley.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.model.party.Party;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley brief CASE`: a briefing for a principal, as PDF, Word or HTML.
@Command(
    name = "brief",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a briefing: one page first (where it stands, what moved, who says otherwise, what is"
          + " possible, what blocks, what is due), then the details, each with its sources.",
      "It is made of what its reader may see, and of nothing else."
    },
    footerHeading =
        "%nExit code 0: it was written. 1: the case has problems. 66: no such folder. 73: the file is"
            + " there already, or cannot be written.%n%n",
    footer = {
      "Examples:",
      "  parley brief my-case                  a PDF here, named after case and day",
      "  parley brief my-case --for UA --out morning.pdf",
      "  parley brief my-case --lang fr --out matin.pdf",
      "  parley brief my-case --format docx    a Word document",
      "  parley brief my-case --for public --out brief.html",
      "  parley brief my-case --as-of 2025-12-28 --since 2025-12-24 --out brief.pdf",
      "  parley brief my-case --as-of 2025-12-28 --known-at 2025-12-28   nothing learnt since",
      "  parley brief my-case --json | jq .due",
      "  parley brief my-case --out - | less   HTML to the standard output"
    })
public final class BriefCommand implements Callable<Integer> {

  /// Prints briefings.
  public interface Printer {

    /// Writes a briefing as HTML, in the current language.
    ///
    /// @param view the case as visible to the reader
    void html(CaseView view, Viewer reader, DaysShown days, OutputStream to) throws IOException;

    /// Writes a briefing as PDF, in the current language.
    void pdf(CaseView view, Viewer reader, DaysShown days, OutputStream to) throws IOException;

    /// Writes a briefing as a Word document, in the current language.
    void docx(CaseView view, Viewer reader, DaysShown days, OutputStream to) throws IOException;

    /// The first page of a briefing for programs.
    String json(CaseView view, Viewer reader, DaysShown days);
  }

  /// The formats of a briefing.
  private enum Format {
    PDF,
    DOCX,
    HTML;

    /// The ending of its files.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The days of a briefing.
  ///
  /// @param asOf the day, and that of knowledge
  /// @param since the day to compare with; by default a fortnight earlier
  public record DaysShown(AsOf asOf, @Nullable LocalDate since) {}

  private final Printer printer;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final DayOptions shown = new DayOptions();

  @Option(
      names = "--for",
      paramLabel = "READER",
      defaultValue = "mediator",
      description = "mediator (default), public, or the id of a party: its delegation.")
  private String reader = "mediator";

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Tell what moved since this day. Default: a fortnight earlier.")
  private @Nullable LocalDate since;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write here: FILE.pdf, FILE.docx or FILE.html; - for HTML on the standard output.")
  private @Nullable String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "pdf, docx or html. Default: by the ending of FILE, else pdf.")
  private @Nullable Format format;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  /// A command that prints with `printer`.
  public BriefCommand(Printer printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::brief);
  }

  private Integer brief() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    AtomicReference<Viewer> chosen = new AtomicReference<>(new Viewer.Public());
    Optional<CaseView> found =
        argument.view(
            line,
            whole -> {
              chosen.set(viewer(line, whole));
              return chosen.get();
            });
    if (found.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    CaseView view = shown.known(found.get());
    Viewer viewer = chosen.get();
    AsOf asOf = shown.asOf(view);
    LocalDate day = asOf.date();
    if (since != null && !since.isBefore(day)) {
      throw new ParameterException(
          line,
          "--since "
              + since
              + " is not before the day of the briefing, "
              + day
              + ". Maybe choose an earlier day");
    }
    DaysShown days = new DaysShown(asOf, since);
    if (shown.isJson()) {
      line.getOut().println(printer.json(view, viewer, days));
      return ExitCode.OK;
    }
    if ("-".equals(file)) {
      java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
      printer.html(view, viewer, days, text);
      line.getOut().println(text.toString(StandardCharsets.UTF_8));
      return ExitCode.OK;
    }
    return write(line, view, viewer, days);
  }

  private int write(CommandLine line, CaseView view, Viewer viewer, DaysShown days)
      throws IOException {
    Path to = Path.of(file != null ? file : name(view, days.asOf().date()));
    Format written = format(line, to);
    Path whole = to.toAbsolutePath();
    try {
      if (Files.exists(whole) && !force) {
        throw new FileAlreadyExistsException(to.toString());
      }
      Path part = Files.createTempFile(whole.getParent(), ".brief", ".part");
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          switch (written) {
            case PDF -> printer.pdf(view, viewer, days, out);
            case DOCX -> printer.docx(view, viewer, days, out);
            case HTML -> printer.html(view, viewer, days, out);
          }
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException e) {
      line.getErr()
          .println(
              "Writing the briefing: \""
                  + to
                  + "\" is there already. Maybe use another name, or --force.");
      return ExitCode.CANNOT_WRITE;
    } catch (java.nio.file.FileSystemException e) {
      line.getErr()
          .println(
              "Writing the briefing: \""
                  + to
                  + "\" cannot be written ("
                  + e.getClass().getSimpleName()
                  + "). Maybe choose another folder.");
      return ExitCode.CANNOT_WRITE;
    }
    line.getOut().println(Messages.current().text("brief.written", "file", to));
    return ExitCode.OK;
  }

  private Format format(CommandLine line, Path to) {
    String name = to.toString().toLowerCase(Locale.ROOT);
    Optional<Format> ofEnding =
        Arrays.stream(Format.values()).filter(each -> name.endsWith("." + each)).findFirst();
    if (ofEnding.isPresent() && format != null && format != ofEnding.get()) {
      throw new ParameterException(
          line, "--out " + to + " does not end in ." + format + ". Maybe leave out --format");
    }
    if (ofEnding.isEmpty() && format == null) {
      throw new ParameterException(
          line, "--out " + to + " ends in none of .pdf, .docx and .html. Maybe " + to + ".pdf");
    }
    return format == null ? ofEnding.orElseThrow() : format;
  }

  private String name(CaseView view, LocalDate day) {
    String title =
        view.info()
            .title()
            .text()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String cut = title.length() > 60 ? title.substring(0, 60) : title;
    return "briefing-" + cut + "-" + day + "." + (format == null ? Format.PDF : format);
  }

  private Viewer viewer(CommandLine line, CaseView view) {
    return switch (reader) {
      case "mediator" -> new Viewer.Mediator();
      case "public" -> new Viewer.Public();
      default -> new Viewer.Delegation(party(line, view).id());
    };
  }

  private Party party(CommandLine line, CaseView view) {
    List<String> ids = view.parties().stream().map(each -> each.id().value()).toList();
    return view.parties().stream()
        .filter(each -> each.id().value().equals(reader))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    line,
                    "--for "
                        + reader
                        + " is neither mediator, public nor a party of the case. Maybe "
                        + Spelling.nearest(reader, ids)
                            .map(near -> "you meant " + near)
                            .orElseGet(
                                () ->
                                    "one of: " + ids.stream().collect(Collectors.joining(", ")))));
  }
}
