; The installer for Windows: for one user, so no administrator is asked for. Compiled by packaging/build.py, which
; gives VERSION, PAYLOAD (the frozen folder), ICON, SIDE (a picture), LICENSE and OUT. Taking it away keeps the data and the settings:
; they lie in the user's own folders, which this never touches.

Unicode true
!include "MUI2.nsh"
!define NAME "Risicoscan Veilig Thuis"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\vtscan"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\vtscan"
InstallDirRegKey HKCU "Software\vtscan" "map"
RequestExecutionLevel user
SetCompressor /SOLID lzma
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1043 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\vtscan.exe"
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Het programma wordt verwijderd. De database met scans, de reservekopieën en de instellingen blijven staan."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

; A program that runs keeps its own files open: the new ones could be written in part only.
!macro STOP_WHEN_RUNNING UN
Function ${UN}StopWhenRunning
  retry:
  IfFileExists "$INSTDIR\vtscan.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\vtscan.exe" a
  IfErrors 0 close
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Sluit eerst het programma ${NAME} en kies dan Opnieuw." /SD IDCANCEL IDRETRY retry
  Abort
  close:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro STOP_WHEN_RUNNING ""
!insertmacro STOP_WHEN_RUNNING "un."

Section "Programma"
  Call StopWhenRunning
  ; What an earlier version left and this one no longer has must not be loaded.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*"
  WriteUninstaller "$INSTDIR\verwijder.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\vtscan.exe"

  WriteRegStr HKCU "Software\vtscan" "map" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.vtscan" "" "vtscan.scan"
  WriteRegStr HKCU "${CLASSES}\vtscan.scan" "" "Risicoscan"
  WriteRegStr HKCU "${CLASSES}\vtscan.scan\DefaultIcon" "" "$INSTDIR\vtscan.exe,0"
  WriteRegStr HKCU "${CLASSES}\vtscan.scan\shell\open\command" "" '"$INSTDIR\vtscan.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\vtscan.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\verwijder.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\verwijder.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "un.Programma"
  Call un.StopWhenRunning
  ; Only what the installer put there: a database that someone keeps in this folder stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\vtscan.exe"
  Delete "$INSTDIR\vtscan-opdracht.exe"
  Delete "$INSTDIR\verwijder.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\vtscan"
  DeleteRegKey HKCU "${CLASSES}\vtscan.scan"
  ReadRegStr $0 HKCU "${CLASSES}\.vtscan" ""
  StrCmp $0 "vtscan.scan" 0 +2
  DeleteRegKey HKCU "${CLASSES}\.vtscan"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
