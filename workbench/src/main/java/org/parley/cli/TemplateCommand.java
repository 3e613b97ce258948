package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.template.RecordTemplate;
import org.parley.casefile.template.TemplateFill;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `parley template CASE NAME`: records in the shape of real texts.
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = {
      "Guarantees, sequences and rounds in the shape of real texts. Prints the records; --write adds"
          + " them to the case.",
      "Without a name it lists the templates, with their roles and numbers. Numbers left out have a"
          + " usual value, and are marked as assumed in the records."
    },
    footerHeading =
        "%nExit code 0: the records. 1: the case has problems, or refuses the records. 2: a role, a"
            + " number or a name cannot be. 66: no such folder.%n%n",
    footer = {
      "Templates: ladder, snapback, joint-monitoring, phased-withdrawal, ceasefire-then-talks,"
          + " disarmament-for-release, single-text, final-offer.",
      "",
      "Examples:",
      "  parley template my-case",
      "  parley template my-case ladder --role guarantors=US,FR --role bound=A --role protected=B"
          + " --role monitor=mission --point p5",
      "  parley template my-case phased-withdrawal --role withdrawing=A --role other=B --role"
          + " monitor=mission --number phases=2 --write",
      "  parley template my-case final-offer --role parties=A,B --point p1 --point p2"
          + " --opens 2026-03-01T09:00Z --closes 2026-03-08T18:00Z"
    })
public final class TemplateCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      converter = TemplateConverter.class,
      description = "The template. Default: list them.")
  private @Nullable RecordTemplate template;

  @Option(
      names = "--role",
      paramLabel = "ROLE=PARTIES",
      description = "Who stands for a role: ids of parties, separated by commas.")
  private Map<String, String> roles = new LinkedHashMap<>();

  @Option(
      names = "--number",
      paramLabel = "NAME=NUMBER",
      description = "A number other than the usual one.")
  private Map<String, String> numbers = new LinkedHashMap<>();

  @Option(
      names = "--point",
      paramLabel = "POINT",
      description = "A point that the records rest on or are about; once for each.")
  private List<String> points = new ArrayList<>();

  @Option(names = "--opens", paramLabel = "MOMENT", description = "The opening of a round.")
  private String opens = "";

  @Option(names = "--closes", paramLabel = "MOMENT", description = "Its closing hour.")
  private String closes = "";

  @Option(names = "--write", description = "Add the records to the case.")
  private boolean write;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CommandLine line =
        Objects.requireNonNull(spec, "a command without a specification").commandLine();
    return language.run(
        () -> {
          RecordTemplate chosen = template;
          if (chosen == null) {
            Arrays.stream(RecordTemplate.values()).forEach(each -> list(each, line.getOut()));
            return ExitCode.OK;
          }
          return switch (argument.load()) {
            case LoadResult.Rejected rejected -> {
              new ProblemPrinter(line).print(rejected, line.getErr());
              yield ExitCode.PROBLEMS;
            }
            case LoadResult.Loaded loaded -> fill(chosen, loaded, line);
          };
        });
  }

  private static void list(RecordTemplate each, PrintWriter out) {
    Messages words = Messages.current();
    out.println(each.word() + ": " + words.text("template.meaning." + each.word()));
    out.println("  " + words.text("template.after." + each.word()));
    out.println(
        "  "
            + words.text(
                "template.cli.roles",
                "roles",
                String.join(
                    "; ",
                    each.roles().stream()
                        .map(
                            role ->
                                role.word()
                                    + " ("
                                    + words.text("template.role." + role.word())
                                    + ")")
                        .toList())));
    if (!each.numbers().isEmpty()) {
      out.println(
          "  "
              + words.text(
                  "template.cli.numbers",
                  "numbers",
                  String.join(
                      "; ",
                      each.numbers().stream()
                          .map(
                              number ->
                                  number.word()
                                      + "="
                                      + number.usual()
                                      + " ("
                                      + words.text("template.number." + number.word())
                                      + ")")
                          .toList())));
    }
    if (each.hasPoints()) {
      out.println("  " + words.text("template.cli.points"));
    }
    if (each.hasMoments()) {
      out.println("  " + words.text("template.cli.moments"));
    }
  }

  private int fill(RecordTemplate chosen, LoadResult.Loaded loaded, CommandLine line)
      throws IOException {
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    Map<String, List<String>> parties = new HashMap<>();
    roles.forEach((role, ids) -> parties.put(role, List.of(ids.split(",", -1))));
    TemplateFill fill =
        new TemplateFill(chosen, Language.current(), parties, numbers, points, opens, closes);
    List<TemplateFill.FillFault> faults = fill.faults(view);
    if (!faults.isEmpty()) {
      faults.forEach(
          each -> line.getErr().println(option(chosen, each) + ": " + each.complaint().sentence()));
      return ExitCode.USAGE;
    }
    Visibility readers =
        chosen.hasMoments() ? new Visibility.Delegations() : new Visibility.Public();
    List<CaseRecord> records =
        fill.records(view, References.declared(loaded.contents().records()), readers);
    Messages words = Messages.current();
    if (!write) {
      line.getOut().print(text(records));
      line.getErr().println(words.text("template.cli.not-written", "count", records.size()));
      return ExitCode.OK;
    }
    List<CaseEdit> edits = new ArrayList<>();
    records.forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    return switch (argument.files().edit(loaded, edits)) {
      case EditResult.Refused(List<CaseProblem> problems) -> {
        problems.forEach(each -> line.getErr().println(each.place() + ": " + each.sentence()));
        yield ExitCode.PROBLEMS;
      }
      case EditResult.Saved(_, List<String> files) -> {
        line.getOut()
            .println(words.text("template.cli.written", "count", records.size(), "files", files));
        records.forEach(
            each -> line.getOut().println("  " + CaseWriter.keyOf(each) + " " + each.id()));
        yield ExitCode.OK;
      }
    };
  }

  private static String option(RecordTemplate chosen, TemplateFill.FillFault fault) {
    String field = fault.field();
    if (field.equals(TemplateFill.POINTS)) {
      return "--point";
    }
    if (field.equals(TemplateFill.OPENS) || field.equals(TemplateFill.CLOSES)) {
      return "--" + field;
    }
    return chosen.roles().stream().anyMatch(each -> each.word().equals(field))
        ? "--role " + field
        : chosen.numbers().stream().anyMatch(each -> each.word().equals(field))
            ? "--number " + field
            : field;
  }

  /// The records by kind, as a file of a case has them.
  private static String text(List<CaseRecord> records) {
    Map<String, StringBuilder> kinds = new LinkedHashMap<>();
    for (CaseRecord each : records) {
      kinds
          .computeIfAbsent(CaseWriter.keyOf(each), _ -> new StringBuilder())
          .append(CaseWriter.text(each));
    }
    StringBuilder text = new StringBuilder();
    kinds.forEach((kind, items) -> text.append(kind).append(":\n").append(items).append('\n'));
    return text.toString();
  }

  /// A template by its name.
  static final class TemplateConverter implements ITypeConverter<RecordTemplate> {
    @Override
    public RecordTemplate convert(String word) {
      return RecordTemplate.find(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no template \""
                          + word
                          + "\". Maybe one of: "
                          + String.join(", ", RecordTemplate.words())));
    }
  }
}
