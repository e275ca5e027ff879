package org.decroche.moving;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What becomes of each row, written beside the file. */
final class Reports {
  private Reports() {}

  static void write(Intake intake, Path report) throws IOException {
    Files.deleteIfExists(report);
    // The rows are somebody's customers: nobody else on the machine reads them.
    Files.createFile(
        report, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (CsvWriter csv = CsvWriter.builder().build(report, StandardCharsets.UTF_8)) {
      csv.writeRecord("line", "outcome", "field", "what", "value");
      intake.eachRow(
          row -> {
            Fault fault = row.fault();
            String line = Long.toString(row.line());
            if (fault == null) {
              csv.writeRecord(line, row.outcome(), "", "", "");
            } else {
              csv.writeRecord(
                  line,
                  row.outcome(),
                  fault.field().spelt(),
                  fault.what().spelt(),
                  Cells.neutral(fault.value()));
            }
          });
    }
  }
}
