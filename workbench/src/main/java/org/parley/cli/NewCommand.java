package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.CaseTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.casefile.start.StartFault;
import org.parley.wording.Complaint;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley new FOLDER`: begins a case.
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description =
        "Begins a case in a folder: a title, the parties, and the points, options and steps usual"
            + " in texts of its kind.",
    footerHeading =
        "%nExit code 0: begun. 1: the template has faults. 2: the title or a name cannot be. 73: the folder holds a case"
            + " already, or cannot be written.%n%n",
    footer = {
      "Templates: ceasefire, peace-framework, trade-deal, labour-agreement, water-treaty, blank.",
      "",
      "Examples:",
      "  parley new bridge --title \"The bridge\" --party Aland --party Beland",
      "  parley new truce --title \"Truce of the north\" --template ceasefire --party A --party B",
      "  parley new eau --title \"Eaux du fleuve\" --template water-treaty --lang fr",
      "  parley new coast --title \"The coast\" --template templates/sea-border --party A --party B"
    })
public final class NewCommand implements Callable<Integer> {

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      paramLabel = "FOLDER",
      description = "A new folder, or one without a case. Its other files stay.")
  private @Nullable Path folder;

  @Option(names = "--title", paramLabel = "TITLE", description = "Default: the folder's name.")
  private @Nullable String title;

  @Option(
      names = "--template",
      paramLabel = "NAME|FOLDER",
      description = "The kind of negotiation, or a case folder to copy. Default: ${DEFAULT-VALUE}.")
  private String template = BuiltInTemplate.BLANK.word();

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "A party that is to sign; once for each, in the order of the board.")
  private List<String> parties = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::begin);
  }

  private Integer begin() throws IOException {
    Path target = folder;
    if (spec == null || target == null) {
      return ExitCode.USAGE;
    }
    PrintWriter err = spec.commandLine().getErr();
    Path name = target.toAbsolutePath().normalize().getFileName();
    CaseTemplate chosen = TemplateArgument.read(spec.commandLine(), template).orElse(null);
    if (chosen == null) {
      return ExitCode.PROBLEMS;
    }
    NewCase begun =
        new NewCase(
            title != null ? title : name == null ? "" : name.toString(),
            chosen,
            Language.current(),
            parties);
    List<NewCase.EntryFault> faults = begun.faults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> err.println("--" + option(fault) + ": " + words(fault.complaint())));
      return ExitCode.USAGE;
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      err.println("\"" + target + "\" is a file. Maybe name a folder.");
      return ExitCode.CANNOT_WRITE;
    }
    Map<String, String> files = begun.files();
    try {
      if (!CaseFolder.of(target).begin(files)) {
        err.println(target + ": " + words(new Complaint(StartFault.Plain.FOLDER_HOLDS_A_CASE)));
        return ExitCode.CANNOT_WRITE;
      }
    } catch (IOException e) {
      err.println("\"" + target + "\" cannot be written: " + e + ". Maybe name another folder.");
      return ExitCode.CANNOT_WRITE;
    }
    PrintWriter out = spec.commandLine().getOut();
    Messages words = Messages.current();
    out.println(
        words.text(
            "new.begun",
            "title",
            begun.title(),
            "folder",
            target.toString(),
            "count",
            files.size()));
    files.keySet().forEach(file -> out.println("  " + file));
    out.println(words.text("new.next", "folder", target.toString()));
    return ExitCode.OK;
  }

  private static String option(NewCase.EntryFault fault) {
    return fault.field().equals("parties") ? "party" : fault.field();
  }

  private static String words(Complaint complaint) {
    return complaint.sentence();
  }
}
