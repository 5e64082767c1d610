import { useLanguage } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { FaceSamples } from './face-samples.tsx'
import { FieldSamples } from './field-samples.tsx'
import { FigureSamples } from './figure-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { PictureSamples } from './picture-samples.tsx'
import { TableSamples } from './table-samples.tsx'

/** Every part of the design system in every state. Its words are samples, not messages. */
export function GalleryPage() {
  const { language } = useLanguage()
  const isVi = language === 'vi'
  return (
    <Page
      title={isVi ? 'Bộ giao diện' : 'Design system'}
      lead={
        isVi
          ? 'Mọi thành phần, ở mọi trạng thái: để xây trang mới và để soát lại cái cũ.'
          : 'Every part in every state: to build new pages and to check old ones.'
      }
      trail={[{ label: 'Hải Đăng', to: '/' }, { label: isVi ? 'Bộ giao diện' : 'Design system' }]}
    >
      <Tabs
        label={isVi ? 'Nhóm thành phần' : 'Groups of parts'}
        tabs={[
          { key: 'face', label: isVi ? 'Diện mạo' : 'Face', content: () => <FaceSamples /> },
          { key: 'figures', label: isVi ? 'Số liệu' : 'Figures', content: () => <FigureSamples /> },
          { key: 'tables', label: isVi ? 'Bảng' : 'Tables', content: () => <TableSamples /> },
          { key: 'pictures', label: isVi ? 'Biểu đồ, cây' : 'Charts, trees', content: () => <PictureSamples /> },
          { key: 'fields', label: isVi ? 'Nhập liệu' : 'Typing in', content: () => <FieldSamples /> },
          { key: 'forms', label: isVi ? 'Biểu mẫu' : 'Forms', content: () => <FormSamples /> },
        ]}
      />
    </Page>
  )
}
