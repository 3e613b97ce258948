package org.parley.casefile.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.SourceLocation;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.wording.Complaint;

/// Reads case folders as templates. A record with readers is refused: administrators see nothing of
/// a case, and could not tell whom it shows.
public final class TemplateFolders {

  /// The most templates of an institution.
  public static final int MOST_TEMPLATES = 100;

  private static final int LONGEST_NAME = 40;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<FolderTemplate> templates = new ArrayList<>();
  private final List<CaseProblem> faults = new ArrayList<>();

  private TemplateFolders() {}

  /// Templates, or every fault of theirs.
  ///
  /// @param faults the faults, with file and place; empty if the templates can be used
  public record TemplateReading(List<FolderTemplate> templates, List<CaseProblem> faults) {
    public TemplateReading {
      templates = List.copyOf(templates);
      faults = List.copyOf(faults);
    }
  }

  /// Reads every folder in a folder, by name. Hidden folders and plain files are ignored; symbolic
  /// links to folders are refused.
  public static TemplateReading readAll(Path folder) {
    TemplateFolders reader = new TemplateFolders();
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, Files::isDirectory)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      reader.fault(folder, StartFault.Plain.TEMPLATES_UNREADABLE, e.toString());
    }
    entries.removeIf(each -> name(each).startsWith("."));
    entries.sort(null);
    if (entries.size() > MOST_TEMPLATES) {
      reader.fault(
          folder,
          new StartFault.TooManyTemplates(MOST_TEMPLATES),
          Integer.toString(entries.size()));
    } else {
      entries.forEach(reader::entry);
    }
    return new TemplateReading(reader.templates, reader.faults);
  }

  /// Reads one folder.
  public static TemplateReading read(Path folder) {
    TemplateFolders reader = new TemplateFolders();
    reader.load(folder);
    return new TemplateReading(reader.templates, reader.faults);
  }

  private static String name(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? "" : last.toString();
  }

  private void fault(Path file, StartFault why, String value) {
    faults.add(CaseProblem.of(file.toString(), new Complaint(why, value)));
  }

  private void entry(Path folder) {
    String name = name(folder);
    if (Files.isSymbolicLink(folder)) {
      fault(folder, StartFault.Plain.TEMPLATE_LINK, name);
    } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      fault(folder, StartFault.Plain.TEMPLATE_FOLDER_NAME, name);
    } else if (BuiltInTemplate.find(name).isPresent()) {
      fault(folder, StartFault.Plain.TEMPLATE_NAME_TAKEN, name);
    } else {
      load(folder);
    }
  }

  private void load(Path folder) {
    LoadResult read;
    try {
      read = Loader.load(CaseFiles.read(folder));
    } catch (IOException e) {
      fault(folder, StartFault.Plain.TEMPLATES_UNREADABLE, e.toString());
      return;
    }
    switch (read) {
      case LoadResult.Rejected rejected ->
          rejected.problems().forEach(each -> faults.add(within(folder, each)));
      case LoadResult.Loaded loaded -> {
        List<CaseProblem> hidden =
            loaded.contents().records().stream()
                .filter(TemplateFolders::hasReaders)
                .map(each -> within(folder, withReaders(loaded, each)))
                .toList();
        faults.addAll(hidden);
        if (hidden.isEmpty()) {
          templates.add(new FolderTemplate(name(folder), loaded.contents()));
        }
      }
    }
  }

  /// Whether the public does not see all of a record.
  private static boolean hasReaders(CaseRecord record) {
    return !(record.visibility() instanceof Visibility.Public)
        || !record.visiblePartFor(new Viewer.Public()).equals(record);
  }

  private static CaseProblem withReaders(LoadResult.Loaded loaded, CaseRecord record) {
    return new CaseProblem(
        loaded.placeOf(record.id()).orElse(SourceLocation.file(".")),
        "",
        0,
        new Complaint(StartFault.Plain.TEMPLATE_RECORD_WITH_READERS, record.id().value()),
        null);
  }

  /// A problem with its file as a path that can be opened from where the program runs.
  private static CaseProblem within(Path folder, CaseProblem problem) {
    SourceLocation place = problem.place();
    return new CaseProblem(
        new SourceLocation(
            folder.resolve(place.file()).normalize().toString(), place.line(), place.column()),
        problem.source(),
        problem.length(),
        problem.complaint(),
        problem.first());
  }
}
